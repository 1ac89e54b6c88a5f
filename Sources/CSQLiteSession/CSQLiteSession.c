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

int portal_group_start(struct sqlite3_changegroup **group) { return sqlite3changegroup_new(group); }

int portal_group_add(struct sqlite3_changegroup *group, int size, const void *bytes) {
  return sqlite3changegroup_add(group, size, (void *)bytes);
}

int portal_group_changeset(struct sqlite3_changegroup *group, int *size, void **bytes) {
  return sqlite3changegroup_output(group, size, bytes);
}

void portal_group_end(struct sqlite3_changegroup *group) { sqlite3changegroup_delete(group); }

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

/// In which tables, named with commas between, which column is parked.
struct parked {
  const char *tables;
  int column;
  int conflict;
};

static bool is_parked(sqlite3_value *found, sqlite3_value *expected) {
  int size = sqlite3_value_bytes(expected);
  const unsigned char *text = sqlite3_value_text(found);
  return text != NULL && sqlite3_value_bytes(found) == size + 1 && text[0] == 1
      && memcmp(text + 1, sqlite3_value_text(expected), (size_t)size) == 0;
}

static bool is_same(sqlite3_value *found, sqlite3_value *expected) {
  int type = sqlite3_value_type(expected);
  if (sqlite3_value_type(found) != type) return false;
  if (type == SQLITE_NULL) return true;
  if (type == SQLITE_INTEGER) return sqlite3_value_int64(found) == sqlite3_value_int64(expected);
  int size = sqlite3_value_bytes(expected);
  return sqlite3_value_bytes(found) == size
      && (size == 0
          || memcmp(sqlite3_value_blob(found), sqlite3_value_blob(expected), (size_t)size) == 0);
}

static bool is_listed(const char *tables, const char *table) {
  size_t length = strlen(table);
  for (const char *at = tables; *at != '\0'; at += *at == ',') {
    size_t next = strcspn(at, ",");
    if (next == length && memcmp(at, table, length) == 0) return true;
    at += next;
  }
  return false;
}

/// Whether a row differs from what the changeset expects by the parked column only.
static bool differs_by_parking(const struct parked *parked, sqlite3_changeset_iter *iterator) {
  const char *table = NULL;
  int columns = 0, operation = 0, indirect = 0;
  if (sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect) != SQLITE_OK) {
    return false;
  }
  if (operation != SQLITE_UPDATE || !is_listed(parked->tables, table)) return false;
  for (int column = 0; column < columns; column++) {
    sqlite3_value *expected = NULL, *found = NULL;
    if (sqlite3changeset_old(iterator, column, &expected) != SQLITE_OK) return false;
    if (expected == NULL) continue;
    if (sqlite3changeset_conflict(iterator, column, &found) != SQLITE_OK) return false;
    if (column == parked->column ? !is_parked(found, expected) : !is_same(found, expected)) {
      return false;
    }
  }
  return true;
}

static int refuse_unless_parked(
    void *context, int conflict, sqlite3_changeset_iter *iterator) {
  struct parked *parked = context;
  if (conflict == SQLITE_CHANGESET_DATA && differs_by_parking(parked, iterator)) {
    return SQLITE_CHANGESET_REPLACE;
  }
  parked->conflict = conflict;
  return SQLITE_CHANGESET_ABORT;
}

int portal_changeset_apply_parked(
    struct sqlite3 *database, int size, const void *bytes, const char *tables, int column,
    int *conflict) {
  struct parked parked = {tables, column, 0};
  int result = sqlite3changeset_apply(
      database, size, (void *)bytes, NULL, refuse_unless_parked, &parked);
  *conflict = parked.conflict;
  return result;
}

int portal_changes_start(
    int size, const void *bytes, struct sqlite3_changeset_iter **changes) {
  return sqlite3changeset_start(changes, size, (void *)bytes);
}

int portal_changes_next(
    struct sqlite3_changeset_iter *changes, const char **table, int *columns,
    const unsigned char **keys, char *operation) {
  int result = sqlite3changeset_next(changes);
  if (result == SQLITE_DONE) return 0;
  if (result != SQLITE_ROW) return result;
  int code = 0, indirect = 0, count = 0;
  result = sqlite3changeset_op(changes, table, columns, &code, &indirect);
  if (result != SQLITE_OK) return result;
  *operation = code == SQLITE_INSERT ? 'I' : code == SQLITE_UPDATE ? 'U' : 'D';
  unsigned char *flags = NULL;
  result = sqlite3changeset_pk(changes, &flags, &count);
  *keys = flags;
  return result == SQLITE_OK ? -1 : result;
}

int portal_changes_value(
    struct sqlite3_changeset_iter *changes, int column, bool after, long long *number,
    const unsigned char **bytes, int *size) {
  sqlite3_value *value = NULL;
  int result = after ? sqlite3changeset_new(changes, column, &value)
                     : sqlite3changeset_old(changes, column, &value);
  if (result != SQLITE_OK || value == NULL) return 0;
  int type = sqlite3_value_type(value);
  if (type == SQLITE_INTEGER) {
    *number = sqlite3_value_int64(value);
  } else if (type != SQLITE_NULL) {
    *bytes = type == SQLITE_TEXT ? sqlite3_value_text(value) : sqlite3_value_blob(value);
    *size = sqlite3_value_bytes(value);
  }
  return type;
}

void portal_changes_end(struct sqlite3_changeset_iter *changes) {
  sqlite3changeset_finalize(changes);
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

int portal_memory_uncounted(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int portal_statement_step(struct sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return -1;
  if (code == SQLITE_DONE) return 0;
  return sqlite3_extended_errcode(sqlite3_db_handle(statement));
}

int portal_statement_bind_text(
    struct sqlite3_stmt *statement, int index, const char *text, int size) {
  return sqlite3_bind_text(statement, index, text, size, SQLITE_TRANSIENT);
}

void portal_statement_reset(struct sqlite3_stmt *statement) { sqlite3_reset(statement); }

bool portal_statement_is_null(struct sqlite3_stmt *statement, int column) {
  return sqlite3_column_type(statement, column) == SQLITE_NULL;
}
