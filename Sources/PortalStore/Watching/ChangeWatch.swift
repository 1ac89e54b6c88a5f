import Dispatch
import Glibc
import Synchronization

/// Tells of changes to a portal by any process, this one included.
///
/// The kernel wakes it when a writer touches the small file beside the database after its commit. Once a
/// second it looks for itself, for file systems that tell nothing: at the times and sizes of the files,
/// and only where one of them is another at what stands in the database. It sleeps in between, and after
/// a change a tenth of a second at least: many writers do not make it look at each single one.
public final class ChangeWatch: Sendable {
  /// The writing end of a pipe; closed in order to stop.
  private let end: Int32
  private let isStopped = Atomic(false)

  /// - Parameters:
  ///   - path: The small file that writers touch.
  ///   - files: Those whose times and sizes tell of a change where the kernel tells nothing.
  ///   - pause: Milliseconds after which it looks for itself.
  ///   - newest: The newest of everything that happens.
  ///   - onChange: Called on a queue of its own.
  init(
    path: String, files: [String], pause: Int32 = 1000, newest: @escaping @Sendable () -> [Int64]?,
    onChange: @escaping @Sendable () -> Void
  ) {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let stop = ends[0]
    end = ends[1]
    // Looked at before it returns, so that no later change is missed.
    let stamps = files.map(FileStamp.init)
    let look = Look(seen: newest(), newest: newest, onChange: onChange)
    let changes = Self.notifications(of: path)
    DispatchQueue(label: "portal.changes", qos: .userInitiated).async {
      var look = look
      var stamps = stamps
      var quiet = 0
      while let isTold = Self.wait(pause, for: changes, unless: stop) {
        let present = files.map(FileStamp.init)
        quiet = isTold || present != stamps ? 0 : quiet + 1
        // Two writes may bear the same time; so now and then it looks whatever the files say.
        guard quiet % 10 == 0 else { continue }
        stamps = present
        if look.now(), Self.rests(unless: stop) { break }
      }
      for descriptor in [changes, stop] where descriptor >= 0 { close(descriptor) }
    }
  }

  deinit { cancel() }

  /// Stops watching. A call of the closure that has begun may still be running.
  public func cancel() {
    guard !isStopped.exchange(true, ordering: .relaxed) else { return }
    close(end)
  }

  /// A descriptor that can be read when a writer has touched the file; negative where the system
  /// gives none.
  private static func notifications(of path: String) -> Int32 {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return -1 }
    guard inotify_add_watch(descriptor, path, UInt32(IN_ATTRIB | IN_MODIFY)) >= 0 else {
      close(descriptor)
      return -1
    }
    return descriptor
  }

  /// Milliseconds from one change that was told of to the next look.
  private static let rest: Int32 = 100

  /// Sleeps after a change; `true` when watching is to end.
  private static func rests(unless stop: Int32) -> Bool {
    var waiting = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
    return stop < 0 || poll(&waiting, 1, rest) > 0
  }

  /// Sleeps until it is worth looking: whether a writer told of a change; `nil` when watching is to end.
  private static func wait(_ pause: Int32, for changes: Int32, unless stop: Int32) -> Bool? {
    // A negative descriptor is passed over by `poll`, which leaves the look after the pause.
    var waiting = [
      pollfd(fd: changes, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, nfds_t(waiting.count), pause)
    guard waiting[1].revents == 0, stop >= 0 else { return nil }
    guard waiting[0].revents != 0 else { return false }
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(changes, buffer.baseAddress, buffer.count) > 0 {}
    }
    return true
  }
}

/// When a file was last written, and how long it is; all zero where there is none.
private struct FileStamp: Hashable {
  private var seconds = 0
  private var nanoseconds = 0
  private var size = 0

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    size = Int(status.st_size)
  }
}

/// Compares the newest of everything that happens with what was seen last.
private struct Look: Sendable {
  var seen: [Int64]?
  let newest: @Sendable () -> [Int64]?
  let onChange: @Sendable () -> Void

  /// Looks; whether something had changed.
  mutating func now() -> Bool {
    guard let newest = newest(), newest != seen else { return false }
    seen = newest
    onChange()
    return true
  }
}

extension PortalDatabase {
  /// Watches for what any process does: changes, refusals, answered requests; the closure runs on a
  /// queue of its own.
  ///
  /// A restored copy shows by SQLite's count of layouts, which it raises whatever its newest entry
  /// is. Sessions and keys of the token service are no change. Watching ends with
  /// ``ChangeWatch/cancel()`` or with the last reference.
  public func watch(_ onChange: @escaping @Sendable () -> Void) -> ChangeWatch {
    let connections = connections
    return ChangeWatch(
      path: home.changedPath,
      files: [home.changedPath, home.databasePath, home.databasePath + "-wal"],
      newest: {
        try? connections.screens().inDatabase { database in
          try database.first(
            """
            SELECT (SELECT coalesce(max(id), 0) FROM journal),
              (SELECT coalesce(max(id), 0) FROM refusals),
              (SELECT coalesce(max(id), 0) FROM token_requests),
              (SELECT schema_version FROM pragma_schema_version)
            """
          ) { [$0[0], $0[1], $0[2], $0[3]] }
        }
      },
      onChange: onChange)
  }
}
