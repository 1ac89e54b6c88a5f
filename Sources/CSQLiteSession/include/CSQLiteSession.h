#ifndef CSQLITESESSION_H
#define CSQLITESESSION_H

// SQLite's session extension behind functions of our own: its declarations are hidden in
// <sqlite3.h> unless macros are set, and the macros must not leak into other modules.

#include <stdbool.h>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_session;

/// Starts recording changes of the named tables of the main database, in the order given;
/// `tables` holds the names with commas between them.
/// Returns an SQLite result code; on success `*session` must be ended.
int portal_session_start(
    struct sqlite3 *database, const char *tables, struct sqlite3_session **session);

/// The changeset of everything recorded so far. Free `*bytes` with `portal_session_free`.
int portal_session_changeset(struct sqlite3_session *session, int *size, void **bytes);

/// Ends a session.
void portal_session_end(struct sqlite3_session *session);

/// The inverse of a changeset. Free `*inverse` with `portal_session_free`.
int portal_changeset_invert(int size, const void *bytes, int *inverseSize, void **inverse);

/// Applies a changeset whole or not at all. On a conflict the result is SQLITE_ABORT and
/// `*conflict` the kind (SQLITE_CHANGESET_…), otherwise 0.
int portal_changeset_apply(
    struct sqlite3 *database, int size, const void *bytes, int *conflict);

/// Steps a statement: -1 for a row, 0 at the end, otherwise SQLite's extended result code.
int portal_statement_step(struct sqlite3_stmt *statement);

/// Makes a statement ready for its next use.
void portal_statement_reset(struct sqlite3_stmt *statement);

/// Whether a column of the present row is null.
bool portal_statement_is_null(struct sqlite3_stmt *statement, int column);

/// Frees what the functions above handed out.
void portal_session_free(void *bytes);

/// Reads `application_id`, `user_version` and the number of schema entries of a database file
/// without locking it, making files beside it, or writing anything.
int portal_database_peek(
    const char *uri, int *applicationID, int *userVersion, int *entries);

#endif
