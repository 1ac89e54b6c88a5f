/// What `data/` holds, carried inside the binary as code: no file of ours is needed beside it.
public enum PortalData {
  /// A scenario that comes with the program.
  public struct EmbeddedScenario: Sendable {
    /// The name it is loaded by: the file's, without `.yaml`.
    public let name: String
    /// The file's bytes, which are UTF-8.
    public let bytes: [UInt8]

    /// The file's text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The scenario that a portal without data begins with.
  public static let firstScenario = "token-exchange"

  /// All scenarios that come with the program, by name.
  ///
  /// SwiftPM gives each embedded file a constant but no list of them, so the list stands here; a test
  /// compares it with the folder.
  public static var scenarios: [EmbeddedScenario] {
    [
      EmbeddedScenario(name: "chain", bytes: PackageResources.chain_yaml),
      EmbeddedScenario(name: "empty", bytes: PackageResources.empty_yaml),
      EmbeddedScenario(name: "token-exchange", bytes: PackageResources.token_exchange_yaml),
    ]
  }
}
