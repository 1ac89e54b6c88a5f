#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "CSQLiteSession.h"

#include <sqlite3.h>
#include <stddef.h>
#include <string.h>

int portal_session_start(
    struct sqlite3 *database, const char *tables, struct sqlite3_session **session) {
  *session = NULL;
  int result = sqlite3session_create(database, "main", session);
  while (result == SQLITE_OK && *tables != '\0') {
    size_t length = strcspn(tables, ",");
    char name[64];
    if (length >= sizeof name) {
      result = SQLITE_MISUSE;
      break;
    }
    memcpy(name, tables, length);
    name[length] = '\0';
    result = sqlite3session_attach(*session, name);
    tables += length + (tables[length] == ',');
  }
  if (result != SQLITE_OK && *session != NULL) {
    sqlite3session_delete(*session);
    *session = NULL;
  }
  return result;
}

int portal_session_changeset(struct sqlite3_session *session, int *size, void **bytes) {
  return sqlite3session_changeset(session, size, bytes);
}

void portal_session_end(struct sqlite3_session *session) { sqlite3session_delete(session); }

int portal_changeset_invert(int size, const void *bytes, int *inverseSize, void **inverse) {
  return sqlite3changeset_invert(size, bytes, inverseSize, inverse);
}

static int refuse(void *context, int conflict, sqlite3_changeset_iter *iterator) {
  (void)iterator;
  *(int *)context = conflict;
  return SQLITE_CHANGESET_ABORT;
}

int portal_changeset_apply(
    struct sqlite3 *database, int size, const void *bytes, int *conflict) {
  *conflict = 0;
  return sqlite3changeset_apply(database, size, (void *)bytes, NULL, refuse, conflict);
}

void portal_session_free(void *bytes) { sqlite3_free(bytes); }

static int read_number(sqlite3 *database, const char *sql, int *number) {
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
  if (result == SQLITE_OK) {
    result = sqlite3_step(statement);
    if (result == SQLITE_ROW) {
      *number = sqlite3_column_int(statement, 0);
      result = SQLITE_OK;
    }
  }
  sqlite3_finalize(statement);
  return result;
}

int portal_database_peek(
    const char *uri, int *applicationID, int *userVersion, int *entries) {
  sqlite3 *database = NULL;
  int result = sqlite3_open_v2(
      uri, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  *entries = 0;
  if (result == SQLITE_OK) {
    result = read_number(database, "PRAGMA application_id", applicationID);
  }
  if (result == SQLITE_OK) { result = read_number(database, "PRAGMA user_version", userVersion); }
  // The schema is parsed only where the file is not known to be ours.
  if (result == SQLITE_OK && *applicationID == 0) {
    result = read_number(database, "SELECT count(*) FROM sqlite_schema", entries);
  }
  if (result != SQLITE_OK && database != NULL) { result = sqlite3_extended_errcode(database); }
  sqlite3_close(database);
  return result;
}

int portal_statement_step(struct sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return -1;
  if (code == SQLITE_DONE) return 0;
  return sqlite3_extended_errcode(sqlite3_db_handle(statement));
}

void portal_statement_reset(struct sqlite3_stmt *statement) { sqlite3_reset(statement); }

bool portal_statement_is_null(struct sqlite3_stmt *statement, int column) {
  return sqlite3_column_type(statement, column) == SQLITE_NULL;
}
