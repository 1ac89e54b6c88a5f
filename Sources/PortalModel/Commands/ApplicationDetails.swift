/// "Application details": what its managers may change of an application that exists.
///
/// The identifier is not among it: it is the client ID and never changes (invented).
public struct ApplicationDetails: Hashable, Codable, Sendable {
  /// "Name".
  public var name: String
  /// "Home Page".
  public var homePage: String
  /// "Description".
  public var description: String
  /// "Category".
  public var category: Application.Category
  /// "Administrator Group".
  public var administrators: GroupIdentifier?

  /// Makes details.
  public init(
    name: String, homePage: String = "", description: String = "",
    category: Application.Category = .official, administrators: GroupIdentifier? = nil
  ) {
    self.name = name
    self.homePage = homePage
    self.description = description
    self.category = category
    self.administrators = administrators
  }

  /// The details of an application as they are.
  public init(of application: Application) {
    self.init(
      name: application.name, homePage: application.homePage,
      description: application.description, category: application.category,
      administrators: application.administrators)
  }
}
