import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

/// A request to the authorization endpoint and what a browser is shown for it.
struct AuthorizationRow: Sendable {
  enum Outcome: Sendable {
    /// The sign-in page.
    case form
    /// An error page: nobody is sent anywhere.
    case page(Int, String)
    /// Back to the client with an error, and a description where there is one.
    case back(String, String?)
    /// The same in a form that the browser posts.
    case post(String, String?)
    /// Back to the client with a code: somebody is signed on already.
    case code
  }

  var note: String
  var outcome: Outcome
  var reason: String?
  var method: String
  /// What stands before the answer in the address that it comes back to.
  var mark: Character
  /// Whether the browser signed on before, that many seconds ago.
  var signedOn: Int64?
  var arrange: @Sendable (EndpointStage, inout Form) throws -> Void

  init(
    _ note: String, _ outcome: Outcome, _ reason: String? = nil, method: String = "GET",
    mark: Character = "?", signedOn: Int64? = nil,
    _ arrange: @escaping @Sendable (EndpointStage, inout Form) throws -> Void
  ) {
    self.note = note
    self.outcome = outcome
    self.reason = reason
    self.method = method
    self.mark = mark
    self.signedOn = signedOn
    self.arrange = arrange
  }

  static let callback = "https://starting-client.cern.ch/back"
  private static let path = EndpointStage.endpoints + "/auth"

  static let usual: Form = [
    ("client_id", "starting-client"), ("redirect_uri", callback), ("response_type", "code"),
    ("scope", "openid"), ("state", "s&<1>%20"), ("nonce", "n-1"),
  ]

  /// Sends the request under a profile: the exchange's dialects do not differ here.
  func run(_ profile: Profile) async throws {
    try await EndpointStage.run(realm: Realm(profile: profile)) { stage in
      var form = Self.usual
      try arrange(stage, &form)
      var headers: Form = []
      if let signedOn {
        headers.append(("Cookie", try await Self.cookie(stage)))
        stage.notes.set(stage.now.advanced(seconds: signedOn))
      }
      let query = FormText.encoded(form.map { Repair.Parameter(name: $0.0, value: $0.1) })
      let reply =
        method == "GET"
        ? try await stage.send("GET", Self.path + "?" + query, headers: headers)
        : try await stage.send(method, Self.path, headers: headers, form: form)
      try check(reply)
      #expect(reply["x-sim-reason"] == reason)
      #expect(reply["cache-control"] == "no-store" && reply["pragma"] == "no-cache")
      for (name, value) in WireCase.security { #expect(reply[name] == value) }
      try written(stage)
    }
  }

  /// The refusal stands in the activity as it does in the header.
  private func written(_ stage: EndpointStage) throws {
    guard let reason else { return }
    let entry = try #require(stage.notes.entries.last)
    #expect(entry.reason == reason && entry.endpoint == .authorization)
  }

  private func check(_ reply: Received) throws {
    switch outcome {
    case .form:
      #expect(reply.status == 200, "\(reply.status) \(reply["location"] ?? "")")
      #expect(reply.body.contains("name=\"ticket\""))
    case .page(let status, let sentence):
      #expect(reply.status == status && reply["location"] == nil)
      #expect(reply.body.contains("We are sorry...") && reply.body.contains(sentence))
    case .back(let error, let description):
      let sent = try query(of: reply)
      #expect(sent["error"] == error && sent["error_description"] == description)
      #expect(sent["code"] == nil)
    case .post(let error, let description):
      #expect(reply.status == 200 && reply.body.contains("action=\"\(Self.callback)\""))
      #expect(reply.body.contains("name=\"error\" value=\"\(error)\""))
      #expect(description.map(reply.body.contains) ?? true)
    case .code:
      let sent = try query(of: reply)
      #expect(sent["error"] == nil && sent["code"]?.isEmpty == false)
    }
  }

  /// What the browser takes back: the state as it came, and whose answer it is (RFC 9207).
  private func query(of reply: Received) throws -> [Repair.Parameter] {
    #expect(reply.status == 302 && reply.body.isEmpty)
    let location = try #require(reply["location"])
    #expect(location.hasPrefix(Self.callback))
    #expect(location.first { "?#".contains($0) } == mark)
    let sent = try #require(FormText.parameters(location.drop { $0 != mark }.dropFirst().utf8))
    #expect(sent["state"] == "s&<1>%20" && sent["iss"] == Realm().issuer)
    return sent
  }

  /// The cookie of a browser in which jdoe has signed in.
  private static func cookie(_ stage: EndpointStage) async throws -> String {
    let query = FormText.encoded(usual.map { Repair.Parameter(name: $0.0, value: $0.1) })
    let page = try await stage.page(path + "?" + query)
    let done = try await stage.submit(page, [("login", "jdoe")])
    let set = done.fields.first {
      $0.name == "set-cookie" && !$0.value.hasPrefix("AUTH_SESSION_ID=")
    }
    return String(try #require(set).value.prefix { $0 != ";" })
  }
}

/// A row under one profile.
struct AuthorizationCase: Sendable, CustomTestStringConvertible {
  var row: AuthorizationRow
  var profile: Profile

  var testDescription: String { "\(row.note) [\(profile.rawValue)]" }

  static func all(_ rows: [AuthorizationRow]) -> [AuthorizationCase] {
    rows.flatMap { row in Profile.allCases.map { AuthorizationCase(row: row, profile: $0) } }
  }

  func run() async throws { try await row.run(profile) }
}
