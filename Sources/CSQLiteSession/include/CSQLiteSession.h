#ifndef CSQLITESESSION_H
#define CSQLITESESSION_H

// SQLite's session extension behind functions of our own: its declarations are hidden in
// <sqlite3.h> unless macros are set, and the macros must not leak into other modules.

#include <stdbool.h>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_session;
struct sqlite3_changeset_iter;
struct sqlite3_changegroup;

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

/// Begins to join changesets to one. Returns an SQLite result code; on success `*group` must be ended.
int portal_group_start(struct sqlite3_changegroup **group);

/// Adds a changeset that comes after those before.
int portal_group_add(struct sqlite3_changegroup *group, int size, const void *bytes);

/// One changeset that does what all do. Free `*bytes` with `portal_session_free`.
int portal_group_changeset(struct sqlite3_changegroup *group, int *size, void **bytes);

/// Ends the joining.
void portal_group_end(struct sqlite3_changegroup *group);

/// Applies a changeset whole or not at all. On a conflict the result is SQLITE_ABORT and
/// `*conflict` the kind (SQLITE_CHANGESET_…), otherwise 0.
int portal_changeset_apply(
    struct sqlite3 *database, int size, const void *bytes, int *conflict);

/// Applies a changeset as above, where the rows of `tables` (names with commas between) that it
/// updates in `column` (from 0) hold the byte 1 in front of the text that the changeset expects
/// there: so two rows can change places in a column whose values are unique, which row by row they
/// cannot.
int portal_changeset_apply_parked(
    struct sqlite3 *database, int size, const void *bytes, const char *tables, int column,
    int *conflict);

/// Starts reading a changeset row by row; the bytes must outlive the reading.
/// Returns an SQLite result code; on success `*changes` must be ended.
int portal_changes_start(
    int size, const void *bytes, struct sqlite3_changeset_iter **changes);

/// Goes to the next row: -1 for a row, 0 at the end, otherwise an SQLite result code. `*table` and
/// `*keys` (a byte for each column, 0 where it is not in the primary key) live until the next call;
/// `*operation` is 'I', 'U' or 'D'.
int portal_changes_next(
    struct sqlite3_changeset_iter *changes, const char **table, int *columns,
    const unsigned char **keys, char *operation);

/// A value of the present row, before or after the change: 0 where the changeset holds none, else
/// SQLite's type (1 integer, 2 real, 3 text, 4 blob, 5 null). Bytes live until the next row.
int portal_changes_value(
    struct sqlite3_changeset_iter *changes, int column, bool after, long long *number,
    const unsigned char **bytes, int *size);

/// Ends the reading.
void portal_changes_end(struct sqlite3_changeset_iter *changes);

/// Has SQLite keep no count of the memory it takes, which it does under one lock of the whole process.
/// Only before SQLite is first used; afterwards it changes nothing. An SQLite result code.
int portal_memory_uncounted(void);

/// Steps a statement: -1 for a row, 0 at the end, otherwise SQLite's extended result code.
int portal_statement_step(struct sqlite3_stmt *statement);

/// Binds a copy of `size` bytes of UTF-8 to a parameter, counted from 1; an SQLite result code.
int portal_statement_bind_text(
    struct sqlite3_stmt *statement, int index, const char *text, int size);

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
