import PortalModel

/// Where clients' secrets come from. Commands never hold them.
public struct SecretSource: Sendable {
  private let draw: @Sendable (ApplicationIdentifier) -> String

  /// Takes secrets from a closure.
  public init(_ draw: @escaping @Sendable (ApplicationIdentifier) -> String) { self.draw = draw }

  /// 32 random letters and digits.
  public static let random = SecretSource { _ in
    var generator = SystemRandomNumberGenerator()
    return String((0..<32).map { _ in alphabet.randomElement(using: &generator) ?? "0" })
  }

  /// Given secrets for some applications, such as a scenario's, and another source for the rest.
  public static func fixed(
    _ secrets: [ApplicationIdentifier: String], otherwise: SecretSource = .random
  ) -> SecretSource {
    SecretSource { secrets[$0] ?? otherwise.secret(for: $0) }
  }

  /// The secret that an application gets.
  public func secret(for application: ApplicationIdentifier) -> String { draw(application) }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}
