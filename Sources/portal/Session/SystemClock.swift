import Glibc
import PortalModel

/// The time: the system's, or an instant at which it stands still.
struct SystemClock: Hashable, Sendable {
  /// The instant at which the clock stands; `nil` where it runs.
  var fixed: Instant?

  /// The present instant.
  var now: Instant {
    if let fixed { return fixed }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
