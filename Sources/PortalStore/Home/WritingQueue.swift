import Glibc
import Synchronization

/// The order in which the processes on one home write: first come, first served.
///
/// SQLite gives its lock to whoever happens to ask when it is free, so that among many writers some wait
/// for long. Here each draws a number from a small file beside the database, locks the byte of its number
/// and waits until nobody has one of the numbers before it. A process that dies loses its lock and is
/// waited for no more; one that is stopped is passed over after ``limit``.
///
/// It is a matter of manners, not of safety: what keeps writers apart is SQLite's lock. Wherever the file
/// cannot be had, as on a disk that is full or cannot be written, everybody goes on without a number
/// (Docs/decisions/0010).
final class WritingQueue: Sendable {
  private let path: String
  private let file = Mutex<Int32>(-1)
  private let interruptions = Atomic(0)

  /// - Parameter path: The small file, made when first needed.
  init(path: String) { self.path = path }

  deinit { close() }

  /// Does something when it is this process's turn. Others' turns come when it is done.
  ///
  /// One thread of a queue at a time.
  ///
  /// - Throws: ``StoreError/cancelled`` where the waiting was interrupted; what `body` throws.
  func inTurn<Value>(_ body: () throws -> Value) throws -> Value {
    guard let place = draw() else { return try body() }
    defer { place.locks.release(Self.byte(of: place.number)) }
    if !place.isFirst { try wait(for: place) }
    return try body()
  }

  /// Ends the waiting of whoever waits just now in this process.
  func interrupt() { interruptions.add(1, ordering: .relaxed) }

  /// Closes the file.
  func close() {
    file.withLock { file in
      if file >= 0 { Glibc.close(file) }
      file = -1
    }
  }

  /// How many milliseconds nothing may move before whoever is in front is passed over.
  static let limit = 1000
  /// How many milliseconds a place in the queue is waited for at most.
  private static let longest = 5000
  /// How many tries of a tenth of a millisecond the drawing of a number is given.
  private static let tries = 200

  /// A place in the queue.
  private struct Place {
    var locks: ByteLocks
    var number: Int64
    /// Whether nobody was before it when the number was drawn.
    var isFirst: Bool
    /// How often the waiting had been interrupted before.
    var interruptions: Int
  }

  /// The byte whose lock is for whoever draws a number.
  private static let drawing: Int64 = 0

  /// The byte of a number. Numbers begin anew after 2⁶² of them, when nobody is left to mind the order.
  private static func byte(of number: Int64) -> Int64 { 1 + number }

  /// Draws a number; `nil` where the file cannot be had.
  private func draw() -> Place? {
    guard let locks = opened(), lockDrawing(locks) else { return nil }
    defer { locks.release(Self.drawing) }
    var numbers = QueueNumbers(of: locks.file)
    let number = numbers.next
    // Somebody has it already only where the file was written by hand.
    guard locks.take(Self.byte(of: number)) else { return nil }
    let isFirst = locks.held(Self.bytes(numbers.first..<number)) == nil
    numbers.next = number + 1
    if isFirst { numbers.first = number }
    guard numbers.write(to: locks.file) else {
      locks.release(Self.byte(of: number))
      return nil
    }
    return Place(
      locks: locks, number: number, isFirst: isFirst,
      interruptions: interruptions.load(ordering: .relaxed))
  }

  /// Waits until nobody is before a place.
  private func wait(for place: Place) throws {
    let began = Self.milliseconds()
    var moved = began
    var first = QueueNumbers(of: place.locks.file).first
    // Whoever was passed over is before nobody any more.
    while first < place.number,
      place.locks.held(Self.bytes(first..<place.number)) != nil
    {
      guard interruptions.load(ordering: .relaxed) == place.interruptions else {
        throw StoreError.cancelled
      }
      let now = Self.milliseconds()
      guard now - began < Self.longest else { return }
      if now - moved >= Self.limit { pass(first, place) }
      // The further behind, the longer it lasts.
      usleep(UInt32(min(max(place.number - first, 1), 10) * 100))
      let present = QueueNumbers(of: place.locks.file).first
      if present != first { (first, moved) = (present, now) }
    }
    if first < place.number { QueueNumbers.write(first: place.number, to: place.locks.file) }
  }

  /// Passes over whoever is in front and does not move, for all.
  private func pass(_ first: Int64, _ place: Place) {
    guard lockDrawing(place.locks) else { return }
    defer { place.locks.release(Self.drawing) }
    // Another one may have done it already.
    guard QueueNumbers(of: place.locks.file).first == first,
      let lowest = place.locks.lowestHeld(Self.bytes(first..<place.number))
    else { return }
    QueueNumbers.write(first: lowest - Self.byte(of: 0) + 1, to: place.locks.file)
  }

  /// The bytes of numbers.
  private static func bytes(_ numbers: Range<Int64>) -> Range<Int64> {
    byte(of: numbers.lowerBound)..<byte(of: numbers.upperBound)
  }

  /// Whoever has it keeps it for a few microseconds, if it is not stopped just then.
  private func lockDrawing(_ locks: ByteLocks) -> Bool {
    for _ in 0..<Self.tries {
      if locks.take(Self.drawing) { return true }
      guard errno == EAGAIN || errno == EACCES else { return false }
      usleep(100)
    }
    return false
  }

  /// The file; opened anew where somebody has removed it, so that all have the same.
  private func opened() -> ByteLocks? {
    file.withLock { file in
      var status = stat()
      if file >= 0, fstat(file, &status) != 0 || status.st_nlink == 0 {
        Glibc.close(file)
        file = -1
      }
      if file < 0 { file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
      return file < 0 ? nil : ByteLocks(file: file)
    }
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// What stands in the queue's file.
struct QueueNumbers {
  /// The number that is drawn next.
  var next: Int64
  /// Nobody is waited for whose number is lower.
  var first: Int64

  /// Reads them; from the beginning where the file is empty, or holds what no queue wrote.
  init(of file: Int32) {
    var numbers: (Int64, Int64) = (0, 0)
    let size = MemoryLayout.size(ofValue: numbers)
    let isWhole = pread(file, &numbers, size, 0) == size
    let known = 0..<Int64(1) << 62
    next = isWhole && known.contains(numbers.0) ? numbers.0 : 0
    first = isWhole && (0...next).contains(numbers.1) ? numbers.1 : 0
  }

  /// Whether they could be written.
  func write(to file: Int32) -> Bool {
    var numbers = (next, first)
    let size = MemoryLayout.size(ofValue: numbers)
    return pwrite(file, &numbers, size, 0) == size
  }

  /// Writes where the queue begins.
  static func write(first: Int64, to file: Int32) {
    var first = first
    let size = MemoryLayout.size(ofValue: first)
    _ = pwrite(file, &first, size, off_t(size))
  }
}
