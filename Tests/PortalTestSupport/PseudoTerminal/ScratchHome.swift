import Foundation

/// A home folder for one test, removed with everything in it when the test lets it go.
public final class ScratchHome: Sendable {
  /// The folder that stands for `$HOME`.
  public let path: String

  /// The folder that stands for `$PORTAL_HOME`; the program makes it.
  public var portal: String { path + "/portal" }

  /// Makes a folder of its own under the folder for temporary files.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("portal-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
