import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint

@Suite("Pages: escaping, tickets, cookies")
struct HTMLTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"x'", "&quot;x&#39;"),
    ("\u{202E}evil\u{2066}", "evil"), ("a\u{0}b\u{1B}[31m\u{85}", "ab[31m"), ("é😀", "é😀"),
  ])
  func `text is escaped`(text: String, escaped: String) {
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func `HTML in HTML stays what it is`() {
    let inner: HTML = "<b>\("<")</b>"
    let none: HTML? = nil
    let outer: HTML = "<p>\(inner)\([inner, inner])\(none)</p>"
    #expect(outer.text == "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b></p>")
  }

  @Test func `a ticket is good once, for its browser, for half an hour`() {
    let tickets = PageTickets()
    let now = Story.start
    let parameters = [Repair.Parameter(name: "client_id", value: "x")]
    let ticket = tickets.issue(to: "browser", parameters, at: now)
    #expect(tickets.redeem(ticket, from: "another", at: now) == nil)
    #expect(tickets.redeem(ticket, from: nil, at: now) == nil)
    #expect(tickets.redeem(nil, from: "browser", at: now) == nil)
    #expect(tickets.redeem(ticket, from: "browser", at: now)?.parameters == parameters)
    #expect(tickets.redeem(ticket, from: "browser", at: now) == nil)
    let late = tickets.issue(to: "browser", parameters, at: now)
    #expect(tickets.redeem(late, from: "browser", at: now.advanced(seconds: 1801)) == nil)
  }

  @Test func `tickets are bounded, and the newest stay`() {
    let tickets = PageTickets()
    var newest = ""
    for second in 0..<Int64(PageTickets.most + 100) {
      newest = tickets.issue(to: "b", [], at: Story.start.advanced(seconds: second / 100))
    }
    #expect(tickets.count <= PageTickets.most)
    #expect(tickets.redeem(newest, from: "b", at: Story.start.advanced(seconds: 60)) != nil)
  }

  @Test(arguments: [
    ("AUTH_SESSION_ID=a", "a"), ("x=1; AUTH_SESSION_ID=a; y=2", "a"),
    ("AUTH_SESSION_ID=a; AUTH_SESSION_ID=b", nil), ("XAUTH_SESSION_ID=a", nil), ("", nil),
    ("AUTH_SESSION_ID=a=b", "a=b"),
  ])
  func `cookies are read`(header: String, value: String?) {
    let call = Call(
      head: .init(
        method: .get, scheme: nil, authority: nil, path: "/", headerFields: [.cookie: header]),
      route: .authorize, query: "".utf8[...], body: .init())
    #expect(call.cookie(.browser) == value)
  }

}
