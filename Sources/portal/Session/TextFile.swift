import Glibc

/// Whole texts in files.
enum TextFile {
  /// Reads a file that is UTF-8.
  static func read(_ path: String, maximum: Int) throws(FileError) -> String {
    try text(try bytes(path, maximum: maximum), of: path)
  }

  /// The text that bytes are in UTF-8; `path` is what errors call it.
  static func text(_ bytes: [UInt8], of path: String) throws(FileError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
    return text
  }

  /// Reads the bytes of a file.
  static func bytes(_ path: String, maximum: Int) throws(FileError) -> [UInt8] {
    // Not blocking, so that a named pipe does not make the program wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, code: errno)
    }
    defer { close(file) }
    return try bytes(descriptor: file, named: path, maximum: maximum)
  }

  /// Reads the bytes of an open file to its end; `path` is what errors call it.
  static func bytes(
    descriptor file: Int32, named path: String, maximum: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, code: errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
      if bytes.count > maximum { throw .tooLarge(path: path, maximum: maximum) }
    }
    return bytes
  }

  /// Writes a new file, or another text in place of an old one: whole or not at all.
  ///
  /// - Parameter isDurable: Whether it must be on the disk before this returns.
  static func write(
    _ text: String, to path: String, isDurable: Bool = true
  ) throws(FileError) {
    let draft = "\(path).\(getpid()).new"
    // Of a process of the same number that was killed while it wrote.
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    var bytes = Array(text.utf8)[...]
    var code: Int32 = 0
    while !bytes.isEmpty, code == 0 {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { code = errno }
    }
    if isDurable, fsync(file) != 0, code == 0 { code = errno }
    close(file)
    if code == 0, rename(draft, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(draft)
      throw .unwritable(path: path, code: code)
    }
  }
}
