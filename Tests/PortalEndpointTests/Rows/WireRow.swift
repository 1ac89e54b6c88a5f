import PortalModel
import PortalTestSupport
import PortalTokens
import Testing

@testable import PortalEndpoint

/// One row of the reference page, as a client meets it: what it sends, and what comes back.
struct WireRow: Sendable {
  /// The row: `E5`, `X4a`; of a section without ids, the section and its words: `§13 expired`.
  var id: String
  /// What sets it apart from other requests that come to the same row.
  var note = ""
  /// The profiles that answer so.
  var profiles = Profile.allCases
  var status: Int
  var body: WireBody
  /// `X-Sim-Reason`; `nil` where nothing is refused.
  var reason: String?
  /// `WWW-Authenticate`, where it is a bearer's.
  var challenge: String?
  /// Whether the client used a Basic header, which the profile `cern` answers with a challenge.
  var isBasic = false
  /// `Cache-Control`; `nil` for none.
  var cache: String? = "no-store"
  var send: @Sendable (EndpointStage) async throws -> Received
}

/// What a reply's body is, to the letter.
enum WireBody: Sendable {
  case empty
  /// `error` and `error_description`, and nothing else.
  case refusal(String, String?)
  case text(String)
  /// A page with a sentence.
  case page(String)
  /// JSON of which a test sees more.
  case json(@Sendable (JSONValue) throws -> Void)

  func check(_ reply: Received) throws {
    switch self {
    case .empty: #expect(reply.body.isEmpty)
    case .refusal(let error, let description):
      let rest = description.map { ",\"error_description\":\"\($0)\"" } ?? ""
      #expect(reply.body == "{\"error\":\"\(error)\"\(rest)}")
    case .text(let text): #expect(reply.body == text)
    case .page(let sentence): #expect(reply.body.contains(sentence), "\(reply.body)")
    case .json(let look): try look(try #require(reply.json))
    }
  }

  /// `Content-Type`.
  var type: String? {
    switch self {
    case .empty: nil
    case .refusal, .text, .json: "application/json"
    case .page: "text/html; charset=utf-8"
    }
  }

  var isPage: Bool { if case .page = self { true } else { false } }
}

/// A row under one profile.
struct WireCase: Sendable, CustomTestStringConvertible {
  var row: WireRow
  var profile: Profile

  var testDescription: String { "\(row.id) \(row.note) [\(profile.rawValue)]" }

  static func all(_ rows: [WireRow]) -> [WireCase] {
    rows.flatMap { row in row.profiles.map { WireCase(row: row, profile: $0) } }
  }

  /// What Keycloak puts on each reply (§16).
  static let security = [
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN",
    "x-xss-protection": "1; mode=block",
  ]

  /// Sends the request, and sees the reply whole: nothing of the reason in the body, the header alone
  /// has it.
  func run() async throws {
    try await EndpointStage.run(realm: Realm(profile: profile)) { stage in
      let reply = try await row.send(stage)
      #expect(reply.status == row.status, "\(reply.body)")
      try row.body.check(reply)
      #expect(reply["content-type"] == row.body.type)
      #expect(reply["x-sim-reason"] == row.reason)
      #expect(reply["cache-control"] == row.cache)
      #expect(reply["pragma"] == (row.cache == "no-store" ? "no-cache" : nil))
      for (name, value) in Self.security { #expect(reply[name] == value) }
      #expect(reply["referrer-policy"] == (row.body.isPage ? "same-origin" : "no-referrer"))
      let basic = row.isBasic && profile == .cern ? "Basic realm=\"cern\"" : nil
      #expect(reply["www-authenticate"] == row.challenge ?? basic)
      #expect(reply["location"] == nil)
      try written(stage)
    }
  }

  /// The refusal stands in the activity as it does in the header.
  private func written(_ stage: EndpointStage) throws {
    guard let reason = row.reason else { return }
    let entry = try #require(stage.notes.entries.last)
    #expect(entry.reason == reason)
    #expect(entry.status == row.status)
  }
}

/// The profiles that speak the legacy exchange.
let legacy: [Profile] = [.cern, .keycloakV1]
