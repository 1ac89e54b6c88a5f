import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

extension PermissionStrategy: ExpressibleByArgument {}

/// `portal registration settings`: the service's own settings of a client, read or changed.
struct RegistrationSettings: Verb {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Show the service's own settings of a client, or change those that are named.",
    discussion: """
      The portal's form does not show them; CERN's service keeps them, and the exchange obeys them. \
      Without a setting they are all shown, each with what it changes in a token. A change needs --as. \
      Lists are words with blanks between, in place of what there was; "" empties one.

      Examples:
        portal registration settings back-end-api
        portal registration settings back-end-api --access-token-lifetime 600 --as bob
        portal registration settings back-end-api --optional-scopes phone --as bob
      """)

  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier
  @OptionGroup var fields: SettingsFields
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who changes them: a login of the portal.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier?
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if fields.isEmpty, person != nil {
      throw ValidationError("--as says who changes settings; name one, such as --consent-required.")
    }
    if !fields.isEmpty, person == nil {
      throw ValidationError("A change needs --as PERSON: who changes the settings.")
    }
  }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let detail = try session.database.application(id)
      guard let person else {
        guard let detail else { throw Refusal.unknownApplication(id) }
        guard let registration = detail.registration else { throw Refusal.notRegistered(id) }
        return Self.outcome(id, registration.settings)
      }
      let now = session.now
      let settings = fields.apply(to: detail?.registration?.settings ?? ClientSettings())
      let command = PortalCommand.configureClient(id, settings)
      let performed = try session.perform(command, as: person, at: now)
      return .performed(command, performed.journalID, by: person, at: now)
    }
  }

  private static func outcome(
    _ id: ApplicationIdentifier, _ settings: ClientSettings
  ) -> Outcome {
    let table = TextTable(
      titles: ["SETTING", "VALUE"],
      rows: ClientSetting.allCases.map { [$0.rawValue, $0.value(in: settings)] }
    ).lines(empty: "none")
    let effects = ClientSetting.allCases.map { ["    \($0.effect)"] }
    return Outcome(
      schema: "portal.client-settings/1",
      [.init("application", JSONValue(id)), .init("settings", settings.json)],
      lines: table.prefix(1) + zip(table.dropFirst(), effects).flatMap { [$0] + $1 })
  }
}

/// The settings that were named. Their names are those of `ClientSetting`.
struct SettingsFields: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Whether the client may be used at all.")
  var enabled: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether users must consent.")
  var consentRequired: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether tokens carry roles of other applications too.")
  var fullScopeAllowed: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether the client's own ID is put into aud.")
  var ownAudience: Bool?
  @Option(help: "Further names in aud of its access tokens.") var extraAudiences: String?
  @Option(help: "Origins that browsers may call from; + for those of the redirect URIs.")
  var webOrigins: String?
  @Option(help: "Scopes that every token of the client has.") var defaultScopes: String?
  @Option(help: "Scopes that a token has when asked for.") var optionalScopes: String?
  @Flag(inversion: .prefixedNo, help: "Whether the client is given refresh tokens.")
  var useRefreshTokens: Bool?
  @Option(
    help: ArgumentHelp("Seconds from 1 to 43200, or realm for 1200.", valueName: "seconds"),
    transform: Parsing.lifetime)
  var accessTokenLifetime: Lifetime?
  @Option(help: "How grants toward the client are joined.")
  var permissionStrategy: PermissionStrategy?
  @Flag(inversion: .prefixedNo, help: "Whether it may use Keycloak 26.2's standard exchange.")
  var standardExchange: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether the standard exchange gives refresh tokens.")
  var standardExchangeRefresh: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether a user's password can be sent for a token.")
  var directAccessGrants: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether tokens are given by device code.")
  var deviceGrant: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether ID tokens and userinfo say the user's groups.")
  var groupsClaim: Bool?

  /// A lifetime as it was typed.
  enum Lifetime: Hashable, Sendable {
    /// The realm's.
    case realm
    case seconds(Int)

    var seconds: Int? { if case .seconds(let count) = self { count } else { nil } }
  }

  /// Whether none was named.
  var isEmpty: Bool {
    [
      enabled, consentRequired, fullScopeAllowed, ownAudience, useRefreshTokens, standardExchange,
      standardExchangeRefresh, directAccessGrants, deviceGrant,
      groupsClaim,
    ].allSatisfy { $0 == nil }
      && [extraAudiences, webOrigins, defaultScopes, optionalScopes].allSatisfy { $0 == nil }
      && accessTokenLifetime == nil && permissionStrategy == nil
  }

  func apply(to old: ClientSettings) -> ClientSettings {
    func words(_ text: String?, _ old: [String]) -> [String] {
      text.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) } ?? old
    }
    var new = old
    new.enabled = enabled ?? old.enabled
    new.consentRequired = consentRequired ?? old.consentRequired
    new.fullScopeAllowed = fullScopeAllowed ?? old.fullScopeAllowed
    new.ownAudience = ownAudience ?? old.ownAudience
    new.extraAudiences = words(extraAudiences, old.extraAudiences)
    new.webOrigins = words(webOrigins, old.webOrigins)
    new.defaultScopes = words(defaultScopes, old.defaultScopes)
    new.optionalScopes = words(optionalScopes, old.optionalScopes)
    new.useRefreshTokens = useRefreshTokens ?? old.useRefreshTokens
    if let accessTokenLifetime { new.accessTokenLifetime = accessTokenLifetime.seconds }
    new.permissionStrategy = permissionStrategy ?? old.permissionStrategy
    new.standardExchange = standardExchange ?? old.standardExchange
    new.standardExchangeRefresh = standardExchangeRefresh ?? old.standardExchangeRefresh
    new.directAccessGrants = directAccessGrants ?? old.directAccessGrants
    new.deviceGrant = deviceGrant ?? old.deviceGrant
    new.groupsClaim = groupsClaim ?? old.groupsClaim
    return new
  }
}

extension Parsing {
  @Sendable static func lifetime(_ text: String) throws -> SettingsFields.Lifetime {
    if text == "realm" { return .realm }
    guard let seconds = Int(text) else {
      throw ValidationError("\"\(text)\" is no lifetime: write seconds, or realm for 1200.")
    }
    return .seconds(seconds)
  }
}
