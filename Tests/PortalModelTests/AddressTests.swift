import PortalModel
import Testing

@Suite struct AddressTests {
  static let long = "https://x.example/" + String(repeating: "p", count: 1982)

  @Test(arguments: [
    "https://myapp.cern.ch/*", "http://myapp.cern.ch", "https://myapp.cern.ch/a?b=c",
    "HTTPS://MyApp.cern.ch/", "https://user@host:8443/x", "https://[2001:db8::1]/x",
    "http://localhost/*", "https://localhost:5000/back", "ch.cern.myapp:/oauth2redirect",
    "ch.cern.myapp://x/*", long,
  ])
  func redirectURIsTake(text: String) {
    #expect(RedirectURI.problem(in: text) == nil)
  }

  @Test(
    arguments: [
      ("", .empty), (long + "x", .tooLong(maximum: 2000)), ("https://a b", .blank),
      ("https://a\u{7}", .blank), ("https://a\u{3000}b", .blank), ("https://x\n", .blank),
      ("https://x\u{7F}", .blank), ("https://x\u{9B}31m", .blank),
      ("myapp.cern.ch", .schemeMissing), (":x", .schemeMissing),
      ("ftp://x.example", .scheme("ftp")), ("javascript:alert(1)", .scheme("javascript")),
      ("com.example.app:/back", .scheme("com.example.app")), ("https:", .hostMissing),
      ("https://", .hostMissing), ("https:///x", .hostMissing), ("https://*", .hostMissing),
      ("https://:80/", .hostMissing), ("https://x.example/#a", .fragment),
      ("https://*.cern.ch/", .wildcard), ("https://x.example/*/y", .wildcard),
      ("https://x.example/**", .wildcard),
    ] as [(String, AddressProblem)])
  func redirectURIsRefuse(text: String, problem: AddressProblem) {
    #expect(RedirectURI.problem(in: text) == problem)
    #expect(throws: problem) { try RedirectURI(text) }
  }

  @Test(arguments: [
    ("http://localhost/*", true), ("https://LOCALHOST:3000/", true), ("http://127.0.0.1/x", true),
    ("http://[::1]:80/x", true), ("http://app.localhost/", true), ("https://x.example/", false),
    ("https://localhost.cern.ch/", false), ("https://x.example/localhost", false),
    ("https://localhost@x.example/", false),
  ])
  func localhostIsSeen(text: String, isLocal: Bool) throws {
    #expect(try RedirectURI(text).isLocalhost == isLocal)
    let home = text.replacing("*", with: "")
    #expect(PageAddress.homePageProblem(in: home) == (isLocal ? .localhost : nil))
    #expect(PageAddress.baseURLProblem(in: home) == nil)
  }

  @Test(
    arguments: [
      ("", nil, .empty), ("https://x.example", nil, nil),
      ("x.example", .schemeMissing, .schemeMissing),
      ("ch.cern.myapp:/x", .scheme("ch.cern.myapp"), .scheme("ch.cern.myapp")),
      ("https://x y", .blank, .blank), ("https://", .hostMissing, .hostMissing),
    ] as [(String, AddressProblem?, AddressProblem?)])
  func pages(text: String, home: AddressProblem?, base: AddressProblem?) {
    #expect(PageAddress.homePageProblem(in: text) == home)
    #expect(PageAddress.baseURLProblem(in: text) == base)
  }
}
