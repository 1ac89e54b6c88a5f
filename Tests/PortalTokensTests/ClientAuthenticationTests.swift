import FoundationEssentials
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Client authentication by header (§3)")
struct ClientAuthenticationTests {
  private func basic(_ text: String) -> String {
    "Basic " + Data(text.utf8).base64EncodedString()
  }

  private func page(_ header: String, with parameters: [(String, String)] = []) async throws
    -> TokenAnswer
  {
    let world = try await World()
    var request = try await world.page { $0 = $0.removing("client_id").removing("client_secret") }
    request.authorization = header
    for (name, value) in parameters { request = request.adding(name, value) }
    return try await world.service.answer(request, at: world.now)
  }

  @Test(
    "A Basic header serves", arguments: ["starting-client:SECRET", "starting%2Dclient:SECRE%54"])
  func header(text: String) async throws {
    #expect(try await page(basic(text)).reply.status == 200)
    #expect(try await page(basic(text).replacing("Basic", with: "BASIC")).reply.status == 200)
  }

  @Test("Form fields win over the header")
  func formWins() async throws {
    let answer = try await page(
      basic("nobody:WRONG"), with: [("client_id", "starting-client"), ("client_secret", "SECRET")])
    #expect(answer.reply.status == 200)
    let wrong = try await page(
      basic("starting-client:SECRET"), with: [("client_secret", "WRONG")])
    #expect(wrong.verdict.failure?.found == .secretWrong(Story.starting))
  }

  @Test("C9: a header that cannot be decoded", arguments: ["Basic ????", "Basic c3RhcnRpbmc="])
  func badHeader(header: String) async throws {
    let answer = try await page(header)
    #expect(answer.reply.status == 401)
    #expect(answer.reply.error == "invalid_client")
    #expect(answer.verdict.failure?.found == .clientMissing(badHeader: true))
    let named = try await page(
      header, with: [("client_id", "starting-client"), ("client_secret", "SECRET")])
    #expect(named.reply.status == 200)
  }

  @Test("A 401 challenges where Basic was used, and only there (§19 item 7)")
  func challenge() async throws {
    let answer = try await page(basic("starting-client:WRONG"))
    #expect(
      answer.reply.headers == [.init(name: "WWW-Authenticate", value: #"Basic realm="cern""#)])
    let world = try await World()
    let request = try await world.page { $0 = $0.removing("client_secret") }
    #expect(try await world.service.answer(request, at: world.now).reply.headers.isEmpty)
  }

  @Test("C8: a public client needs no secret, and one that it sends is ignored")
  func publicClient() async throws {
    let world = try await World()
    try world.grant()
    let request = world.request(try await world.token()).adding("client_secret", "anything")
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.notes.contains(.secretIgnored(Story.frontEnd)))
  }

  @Test("A media type may have parameters, and audience and resource may repeat")
  func tolerated() async throws {
    let world = try await World()
    let request = try await world.page {
      $0.contentType = "Application/X-WWW-Form-Urlencoded; charset=utf-8"
      for name in ["resource", "resource", "audience"] { $0 = $0.adding(name, "target-client") }
    }
    #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
  }

  @Test(
    "Secrets are the same or not",
    arguments: [
      ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "", false), ("", "a", false),
      ("aa", "a", false), ("SECRETSECRET", "SECRET", false), ("é", "é", true),
    ])
  func constantTime(sent: String, kept: String, same: Bool) {
    #expect(equalInConstantTime(sent, kept) == same)
  }
}
