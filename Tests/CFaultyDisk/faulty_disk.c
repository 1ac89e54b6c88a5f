#include "CFaultyDisk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static struct {
  pthread_mutex_t lock;
  char prefix[1024];
  int fails_from, code, writes;
} disk = {.lock = PTHREAD_MUTEX_INITIALIZER};

struct faulty_file {
  sqlite3_file base;
  bool watched;
  sqlite3_file *real;
};

static sqlite3_vfs *system_vfs;
static sqlite3_vfs vfs;

static sqlite3_file *real(sqlite3_file *file) { return ((struct faulty_file *)file)->real; }

static bool is_below(const char *path) {
  pthread_mutex_lock(&disk.lock);
  size_t length = strlen(disk.prefix);
  bool below = length > 0 && path != NULL && strncmp(path, disk.prefix, length) == 0;
  pthread_mutex_unlock(&disk.lock);
  return below;
}

// The code with which this write fails, or SQLITE_OK.
static int count_write(void) {
  pthread_mutex_lock(&disk.lock);
  disk.writes++;
  int code = disk.fails_from > 0 && disk.writes >= disk.fails_from ? disk.code : SQLITE_OK;
  pthread_mutex_unlock(&disk.lock);
  return code;
}

static int fault(sqlite3_file *file) {
  return ((struct faulty_file *)file)->watched ? count_write() : SQLITE_OK;
}

void faulty_disk_arm(const char *prefix, int write, int code) {
  pthread_mutex_lock(&disk.lock);
  strncpy(disk.prefix, prefix, sizeof disk.prefix - 1);
  disk.fails_from = write;
  disk.code = code;
  disk.writes = 0;
  pthread_mutex_unlock(&disk.lock);
}

int faulty_disk_writes(void) {
  pthread_mutex_lock(&disk.lock);
  int writes = disk.writes;
  pthread_mutex_unlock(&disk.lock);
  return writes;
}

static int file_close(sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); }
static int file_read(sqlite3_file *f, void *to, int count, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(real(f), to, count, at);
}
static int file_write(sqlite3_file *f, const void *from, int count, sqlite3_int64 at) {
  int code = fault(f);
  return code != SQLITE_OK ? code : real(f)->pMethods->xWrite(real(f), from, count, at);
}
static int file_truncate(sqlite3_file *f, sqlite3_int64 size) {
  int code = fault(f);
  return code != SQLITE_OK ? code : real(f)->pMethods->xTruncate(real(f), size);
}
static int file_sync(sqlite3_file *f, int flags) {
  int code = fault(f);
  return code != SQLITE_OK ? code : real(f)->pMethods->xSync(real(f), flags);
}
static int file_size(sqlite3_file *f, sqlite3_int64 *size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
static int file_lock(sqlite3_file *f, int level) {
  return real(f)->pMethods->xLock(real(f), level);
}
static int file_unlock(sqlite3_file *f, int level) {
  return real(f)->pMethods->xUnlock(real(f), level);
}
static int file_is_reserved(sqlite3_file *f, int *result) {
  return real(f)->pMethods->xCheckReservedLock(real(f), result);
}
static int file_control(sqlite3_file *f, int operation, void *argument) {
  return real(f)->pMethods->xFileControl(real(f), operation, argument);
}
static int file_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int file_traits(sqlite3_file *f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
static int file_map(sqlite3_file *f, int page, int size, int extend, void volatile **place) {
  int code = extend ? fault(f) : SQLITE_OK;
  return code != SQLITE_OK ? code
                           : real(f)->pMethods->xShmMap(real(f), page, size, extend, place);
}
static int file_map_lock(sqlite3_file *f, int offset, int count, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
}
static void file_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int file_unmap(sqlite3_file *f, int delete) {
  return real(f)->pMethods->xShmUnmap(real(f), delete);
}

// Version 2: without memory-mapped reading, which nothing here turns on.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_is_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_traits,
    .xShmMap = file_map,
    .xShmLock = file_map_lock,
    .xShmBarrier = file_barrier,
    .xShmUnmap = file_unmap,
};

static int vfs_open(
    sqlite3_vfs *self, sqlite3_filename path, sqlite3_file *file, int flags, int *out) {
  (void)self;
  struct faulty_file *faulty = (struct faulty_file *)file;
  faulty->base.pMethods = NULL;
  faulty->watched = is_below(path);
  faulty->real = (sqlite3_file *)(faulty + 1);
  faulty->real->pMethods = NULL;
  int code = system_vfs->xOpen(system_vfs, path, faulty->real, flags, out);
  if (faulty->real->pMethods != NULL) faulty->base.pMethods = &methods;
  return code;
}

static int vfs_delete(sqlite3_vfs *self, const char *path, int sync) {
  (void)self;
  int code = is_below(path) ? count_write() : SQLITE_OK;
  return code != SQLITE_OK ? code : system_vfs->xDelete(system_vfs, path, sync);
}

int faulty_disk_register(void) {
  static pthread_mutex_t once = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&once);
  int code = SQLITE_OK;
  if (system_vfs == NULL) {
    sqlite3_initialize();
    system_vfs = sqlite3_vfs_find(NULL);
    vfs = *system_vfs;
    vfs.zName = "faulty";
    vfs.szOsFile = (int)sizeof(struct faulty_file) + system_vfs->szOsFile;
    vfs.xOpen = vfs_open;
    vfs.xDelete = vfs_delete;
    vfs.pNext = NULL;
    code = sqlite3_vfs_register(&vfs, 1);
  }
  pthread_mutex_unlock(&once);
  return code;
}
