import Foundation
import PortalStore

/// Homes that last as long as a trial.
public enum TrialHome {
  /// Runs a piece of work on a home of its own, which goes afterwards.
  public static func with<Value>(_ body: (PortalHome) throws -> Value) throws -> Value {
    let folder = NSTemporaryDirectory() + "/portal-trial-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(PortalHome(folder: folder))
  }
}
