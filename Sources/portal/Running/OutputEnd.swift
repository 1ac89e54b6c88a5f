import Dispatch
import Glibc

/// The reader of standard output going away: the other end of a pipe is closed, a terminal hung up.
enum OutputEnd {
  /// Returns when nobody can read any more; never where standard output is a file.
  static func wait() async {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "portal.output-end", qos: .utility).async {
        // Asked for nothing, the kernel still tells of an end.
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        while poll(&output, 1, -1) < 0, errno == EINTR {}
        continuation.resume()
      }
    }
  }
}
