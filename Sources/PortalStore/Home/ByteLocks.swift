import Glibc

/// Locks on single bytes of a file, which belong to one opening of it: the kernel drops them when its
/// process ends, however it does.
///
/// Bytes need not be there to be locked. Other openings by the same process are strangers to it, unlike
/// with the locks of POSIX.
struct ByteLocks {
  var file: Int32

  /// Takes the lock on a byte, if nobody has it.
  func take(_ byte: Int64) -> Bool {
    var lock = Self.lock(F_WRLCK, byte..<byte + 1)
    return fcntl(file, Self.set, &lock) == 0
  }

  /// Gives a byte back.
  func release(_ byte: Int64) {
    var lock = Self.lock(F_UNLCK, byte..<byte + 1)
    _ = fcntl(file, Self.set, &lock)
  }

  /// A byte of these that somebody else has locked, not always the lowest; `nil` for none.
  func held(_ bytes: Range<Int64>) -> Int64? {
    // A length of 0 would mean all there are.
    guard !bytes.isEmpty else { return nil }
    var lock = Self.lock(F_WRLCK, bytes)
    guard fcntl(file, Self.look, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return max(Int64(lock.l_start), bytes.lowerBound)
  }

  /// The lowest of these bytes that somebody else has locked.
  func lowestHeld(_ bytes: Range<Int64>) -> Int64? {
    var lowest: Int64?
    while let found = held(bytes.lowerBound..<(lowest ?? bytes.upperBound)) { lowest = found }
    return lowest
  }

  private static func lock(_ type: Int32, _ bytes: Range<Int64>) -> flock {
    flock(
      l_type: Int16(type), l_whence: Int16(SEEK_SET), l_start: off_t(bytes.lowerBound),
      l_len: off_t(bytes.upperBound - bytes.lowerBound), l_pid: 0)
  }

  /// Linux's `F_OFD_GETLK` and `F_OFD_SETLK`, which Swift does not import.
  private static let look: Int32 = 36
  private static let set: Int32 = 37
}
