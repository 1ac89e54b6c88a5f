import PortalModel
import PortalTestSupport
import PortalTokens
import Testing

@Suite("Every row of the reference page, over a socket, under each profile")
struct ReferenceTests {
  @Test("E: the gate", arguments: WireCase.all(GateRows.all))
  func gate(row: WireCase) async throws { try await row.run() }

  @Test("C: the client", arguments: WireCase.all(ClientRows.all))
  func client(row: WireCase) async throws { try await row.run() }

  @Test("X4 and S9: the subject token", arguments: WireCase.all(SubjectRows.all))
  func subject(row: WireCase) async throws { try await row.run() }

  @Test("X: the legacy exchange", arguments: WireCase.all(ExchangeRows.all))
  func exchange(row: WireCase) async throws { try await row.run() }

  @Test("§6, §7: what is granted", arguments: WireCase.all(GrantedRows.all))
  func granted(row: WireCase) async throws { try await row.run() }

  @Test("S: the standard exchange", arguments: WireCase.all(StandardRows.all))
  func standard(row: WireCase) async throws { try await row.run() }

  @Test("§12: refresh", arguments: WireCase.all(RefreshRows.all))
  func refresh(row: WireCase) async throws { try await row.run() }

  @Test("§13: introspection", arguments: WireCase.all(IntrospectionRows.all))
  func introspection(row: WireCase) async throws { try await row.run() }

  @Test("§14: userinfo", arguments: WireCase.all(UserInfoRows.all))
  func userInfo(row: WireCase) async throws { try await row.run() }

  @Test("§15: revocation and logout", arguments: WireCase.all(EndingRows.all))
  func ending(row: WireCase) async throws { try await row.run() }

  @Test("§16: documents", arguments: WireCase.all(DocumentRows.all))
  func documents(row: WireCase) async throws { try await row.run() }

  @Test("client credentials, API access, password", arguments: WireCase.all(ServiceRows.all))
  func service(row: WireCase) async throws { try await row.run() }

  @Test("devices", arguments: WireCase.all(DeviceRows.all))
  func devices(row: WireCase) async throws { try await row.run() }

  @Test("authorization codes and PKCE", arguments: WireCase.all(CodeRows.all))
  func codes(row: WireCase) async throws { try await row.run() }

  static let rows =
    GateRows.all + ClientRows.all + SubjectRows.all + ExchangeRows.all + GrantedRows.all
    + StandardRows.all + RefreshRows.all + IntrospectionRows.all + UserInfoRows.all
    + EndingRows.all + DocumentRows.all

  @Test func `no row of the reference page is left out`() {
    let tested = Set(Self.rows.map(\.id))
    for id in ReferencePage.rows {
      #expect(tested.contains(id) != ReferencePage.unreachable.keys.contains(id), "\(id)")
    }
    #expect(Set(ReferencePage.unreachable.keys).isSubset(of: ReferencePage.rows))
    for id in tested where !id.hasPrefix("§") {
      #expect(ReferencePage.rows.contains(id), "\(id) is no row of the page")
    }
  }

  @Test func `each legacy and standard row is met under its own profiles`() {
    for row in Self.rows where row.id.hasPrefix("X") { #expect(row.profiles != [.keycloakV2]) }
    for row in Self.rows where row.id.hasPrefix("S") { #expect(row.profiles == [.keycloakV2]) }
    for id in ReferencePage.rows where id.hasPrefix("E") || id.hasPrefix("C") {
      let profiles = Set(Self.rows.filter { $0.id == id }.flatMap(\.profiles))
      #expect(profiles.isEmpty || profiles == Set(Profile.allCases), "\(id)")
    }
  }
}

/// The rows of the reference page `token-exchange.md`; X0 is its §4.2.
enum ReferencePage {
  static let rows: [String] =
    numbered("E", 1...9) + numbered("C", 1...10) + numbered("X", 0...15)
    + "abcdefghijk".map { "X4\($0)" } + numbered("S", 1...20) + sections

  private static func numbered(_ letter: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "\(letter)\($0)" }
  }

  private static let sections =
    ["§2 unknown realm", "§2 unknown parameters are ignored", "§2 uncaught server fault"]
    + ["absent", "refresh_token", "refresh_token, switch off", "access_token", "id_token"].map {
      "§6 V1 " + $0
    } + ["absent", "access_token", "refresh_token", "id_token"].map { "§6 V2 " + $0 }
    + [
      "none", "not parsable", "bad signature", "expired", "other issuer", "session gone",
      "requester's client session gone", "user disabled", "not-before pushed",
      "reuse past the limit", "scope not within the token's", "the audience is lost",
    ].map { "§12 " + $0 }
    + [
      "client auth fails", "public client", "token absent", "unknown hint", "doubled parameter",
      "expired, forged, revoked, session gone, user disabled", "good", "after logout",
      "claims are computed again for azp",
    ].map { "§13 " + $0 }
    + [
      "no token", "bad, expired, revoked", "session gone", "client unknown / disabled",
      "user disabled", "granted scope lacks openid", "token given twice",
    ].map { "§14 " + $0 }
    + [
      "done", "token absent", "not decodable, no azp, already dead", "unsupported typ",
      "azp is another client", "logout done", "logout without refresh_token",
    ].map { "§15 " + $0 } + ["discovery", "certs", "realm document"].map { "§16 " + $0 }

  /// Rows that no request can come to, and why; and rows that stand under other ids here.
  static let unreachable: [String: String] = [
    "E3": "a realm demands TLS of outside peers only, and --host beyond this machine is typed out",
    "E4": "the portal has one realm, which cannot be disabled",
    "E7": "stands for C1 to C10",
    "E8": "no registration of the portal is bearer-only",
    "C7": "a regenerated secret replaces the old one at once; there is no rotation",
    "X4": "stands for X4a to X4k",
    "S8": "there are no client policies",
    "S10": "there are no sender-constrained tokens (DPoP, mutual TLS)",
    "§2 uncaught server fault": "no request leads there; tested with a store that fails",
    "§12 reuse past the limit": "needs the setting that limits it: RefreshReuseTests",
  ]
}
