#ifndef CFAULTYDISK_H
#define CFAULTYDISK_H

// A disk that fails when told to: an SQLite VFS in front of the system's, which every connection
// opened after its registration goes through. Files whose path does not begin with the armed prefix
// are never touched.

/// Registers the VFS as the default one; again does nothing. Returns an SQLite result code.
int faulty_disk_register(void);

/// From the write of this number on, counted from 1, every write to files below the prefix fails
/// with `code`; 0 lets all pass. Writing, syncing, growing, cutting and making files count.
void faulty_disk_arm(const char *prefix, int write, int code);

/// How many writes there were since the disk was armed, failed ones included.
int faulty_disk_writes(void);

#endif
