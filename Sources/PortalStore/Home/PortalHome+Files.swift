import Glibc

extension PortalHome {
  /// Makes the folder and an empty database file where they are missing: the folder 0700, files
  /// 0600.
  ///
  /// SQLite gives its `-wal` and `-shm` files the modes of the database file. What exists already
  /// keeps its modes.
  func prepare() throws(StoreError) {
    try makeFolder(folder)
    for path in [databasePath, changedPath] { try makeFile(path) }
  }

  private func makeFolder(_ path: String) throws(StoreError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .homeIsNotAFolder(path: path) }
      return
    }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    // Another process may have been first.
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StoreError(opening: path, errno) }
  }

  /// `O_EXCL`: an existing database is never opened here. Closing a second descriptor of it would
  /// drop the locks that SQLite holds in this process.
  private func makeFile(_ path: String) throws(StoreError) {
    let file = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if file >= 0 {
      // The umask only takes modes away; this makes sure of the rest.
      fchmod(file, 0o600)
      close(file)
    } else if errno != EEXIST, path == databasePath {
      throw StoreError(opening: path, errno)
    }
  }
}
