import PortalModel
import Testing

@testable import PortalEndpoint

/// A page as a browser holds it: its reply, its form, and the cookie that came with it.
struct HeldPage: Sendable {
  var reply: Received
  var action: String
  var ticket: String
  var cookie: String
}

extension EndpointStage {
  /// Opens a page with a form.
  func page(_ path: String) async throws -> HeldPage { try held(await send("GET", path)) }

  /// The page in a reply.
  func held(_ reply: Received, cookie: String? = nil) throws -> HeldPage {
    let set = reply.fields.first {
      $0.name == "set-cookie" && $0.value.hasPrefix("AUTH_SESSION_ID=")
    }
    let fresh = set?.value.prefix { $0 != ";" }.drop { $0 != "=" }.dropFirst()
    if let set {
      #expect(set.value.contains("; HttpOnly") && set.value.contains("; SameSite=Lax"))
    }
    return HeldPage(
      reply: reply, action: try value(of: "action", in: reply.body),
      ticket: try value(of: "name=\"ticket\" value", in: reply.body),
      cookie: try #require(cookie ?? fresh.map(String.init)))
  }

  /// Sends a page's form, as its browser would unless told otherwise.
  func submit(
    _ page: HeldPage, _ form: Form, origin: String? = "http://localhost:8080",
    cookie: String? = nil, ticket: Bool = true
  ) async throws -> Received {
    try await send(
      "POST", page.action,
      headers: [("Cookie", "AUTH_SESSION_ID=\(cookie ?? page.cookie)")]
        + (origin.map { [("Origin", $0)] } ?? []),
      form: (ticket ? [("ticket", page.ticket)] : []) + form)
  }

  private func value(of attribute: String, in text: String) throws -> String {
    let start = try #require(text.firstRange(of: attribute + "=\""), "\(text)").upperBound
    return String(text[start...].prefix { $0 != "\"" })
  }
}
