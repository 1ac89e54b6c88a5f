import Foundation
import PortalModel
import PortalTestSupport

@testable import PortalStore

/// A home in a folder of its own, which goes when the test is over.
final class Scratch {
  let home: PortalHome

  init() {
    home = PortalHome(
      folder: NSTemporaryDirectory() + "/portal-store-\(UUID().uuidString)/portal")
  }

  deinit {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: home.folder).deletingLastPathComponent())
  }

  /// Opens the home, made where it is missing.
  func open() throws -> PortalDatabase { try PortalDatabase.open(home) }

  /// Opens the home with the story's world in it.
  func story() throws -> PortalDatabase {
    let portal = try open()
    _ = try portal.perform(
      .loadScenario(Story.script), as: Actor(identity: Story.alice, login: "test"),
      at: Story.start, secrets: Scratch.secrets)
    return portal
  }

  /// The secrets that the story's portal in memory has too.
  static let secrets = SecretSource {
    $0 == Story.starting ? "SECRET" : "\($0.text)-secret-1"
  }

  /// A path beside the home, in a folder that is there.
  func beside(_ name: String) -> String {
    let folder = URL(fileURLWithPath: home.folder).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(name).path
  }

  /// The names of what lies beside the home, sorted.
  func filesBeside() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: URL(fileURLWithPath: beside("x")).deletingLastPathComponent().path
    ).sorted()
  }

  /// Bytes of a file of the home.
  func bytes(_ name: String = "portal.sqlite") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(home.folder)/\(name)"))
  }
}

extension Actor {
  /// Somebody of the story at the keyboard.
  static func person(_ id: IdentityIdentifier) -> Actor {
    Actor(identity: id, login: "test", terminal: "pts/1")
  }
}
