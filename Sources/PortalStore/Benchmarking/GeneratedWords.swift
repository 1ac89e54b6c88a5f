import PortalModel

/// Invented people, groups and applications, the same for the same seed.
struct GeneratedWords {
  private var state: UInt64
  private static let now = Instant(seconds: 1_750_000_000)
  private static let given = [
    "Anna", "Ben", "Chiara", "David", "Elena", "Femi", "Grace", "Hugo", "Ines", "Jonas", "Kira",
    "Luca", "Marta", "Nils", "Olga", "Paul", "Rosa", "Sven", "Tariq", "Yuki",
  ]
  private static let family = [
    "Andersen", "Bianchi", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Horvat", "Ivanova",
    "Jensen", "Kowalski", "Laurent", "Meyer", "Novak", "Okafor", "Petit", "Rossi", "Silva",
    "Tanaka", "Weber",
  ]
  private static let subjects = [
    "beam", "magnet", "cryo", "detector", "trigger", "grid", "vacuum", "radiation", "access",
    "budget", "travel", "library", "workshop", "survey", "alignment", "cooling", "network",
    "training", "visits", "stores",
  ]
  private static let kinds = [
    "monitor", "portal", "api", "dashboard", "archive", "planner", "gateway", "logbook", "viewer",
    "catalogue",
  ]

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// The next number below a bound (xorshift).
  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }

  func login(_ number: Int) -> String {
    let given = Self.given[number % 20].lowercased()
    return "\(given.prefix(1))\(Self.family[number / 20 % 20].lowercased())\(number)"
  }

  func person(_ number: Int) -> Identity {
    Identity(
      id: IdentityIdentifier(trusted: login(number)), kind: .primary,
      givenName: Self.given[number % 20], familyName: Self.family[number / 20 % 20],
      email: "\(login(number))@cern.example", personID: 100_000 + number,
      hasSecondFactor: number % 3 == 0)
  }

  func group(_ number: Int) -> Group {
    let subject = Self.subjects[number % 20]
    return Group(
      id: GroupIdentifier(trusted: "\(subject)-users-\(number)"),
      displayName: "\(subject.capitalizedFirst) users \(number)")
  }

  func application(_ number: Int) -> ApplicationIdentifier {
    let subject = Self.subjects[number % 20]
    return ApplicationIdentifier(trusted: "\(subject)-\(Self.kinds[number / 20 % 10])-\(number)")
  }

  func application(
    _ number: Int, owner: String, administrators: GroupIdentifier?
  ) -> Application {
    let subject = Self.subjects[number % 20].capitalizedFirst
    let kind = Self.kinds[number / 20 % 10].capitalizedFirst
    return Application(
      id: application(number), name: "\(subject) \(kind) \(number)",
      homePage: "https://\(application(number).text).example",
      owner: IdentityIdentifier(trusted: owner), administrators: administrators,
      createdAt: Self.now.advanced(seconds: -Int64(number)))
  }

  mutating func registration(of application: Application) -> Registration {
    let kinds: [ClientKind] = [.confidential, .public, .confidentialWithClientCredentials]
    return Registration(
      application: application.id, kind: kinds[below(3)],
      redirectURIs: [RedirectURI(trusted: "\(application.homePage)/callback")],
      baseURL: application.homePage)
  }

  mutating func roles(of application: ApplicationIdentifier) -> [Role] {
    let names = ["user", "operator", "administrator"]
    return [.defaultRole(of: application)]
      + names.prefix(below(4)).map {
        Role(application: application, id: RoleIdentifier(trusted: $0), name: $0.capitalizedFirst)
      }
  }

  mutating func permission(from source: Int, to target: Int, person: Int) -> ExchangePermission {
    let states: [ExchangePermission.State] = [.pending, .granted, .granted, .revoked]
    let state = states[below(4)]
    let someone = IdentityIdentifier(trusted: login(person))
    let isPending = state == .pending
    return ExchangePermission(
      direction: ExchangeDirection(source: application(source), target: application(target)),
      round: 1, state: state, origin: .requested, openedBy: someone, openedAt: Self.now,
      justification: "Data for the \(Self.kinds[source % 10])",
      decidedBy: isPending ? nil : someone, decidedAt: isPending ? nil : Self.now)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
