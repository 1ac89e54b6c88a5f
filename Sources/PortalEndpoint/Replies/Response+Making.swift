import HTTPTypes
import NIOCore
import PortalModel

extension Response {
  /// A reply of the token service, as JSON; an empty body has no content type.
  init(_ reply: Reply) {
    var headers = HTTPFields()
    for field in reply.headers {
      if let name = HTTPField.Name(field.name) {
        headers.append(HTTPField(name: name, value: field.value))
      }
    }
    guard let body = reply.body else {
      self.init(status: .init(code: reply.status), headers: headers)
      return
    }
    headers.append(HTTPField(name: .contentType, value: "application/json"))
    self.init(
      status: .init(code: reply.status), headers: headers, content: ByteBuffer(string: body.encoded)
    )
  }

  /// A refusal of the HTTP layer itself.
  init(status: Int, error: String, description: String? = nil) {
    var members = [JSONValue.Member("error", .string(error))]
    if let description { members.append(.init("error_description", .string(description))) }
    self.init(Reply(status: status, body: .object(members)))
  }

  /// Text of some type.
  init(status: HTTPResponse.Status = .ok, type: String, text: String) {
    self.init(
      status: status, headers: [.contentType: type], content: ByteBuffer(string: text))
  }

  /// The way on to another address.
  init(redirect location: String) {
    self.init(status: .found, headers: [.location: location])
  }
}

extension Route {
  /// Its methods in an order that does not change.
  var allowedMethods: [String] { methods.union(isShared ? ["OPTIONS"] : []).sorted() }
}

extension HTTPFields {
  /// Nothing is to be kept: tokens, codes and pages (§2).
  mutating func addNoStore() { append(contentsOf: Self.noStore) }

  private static let noStore = [
    HTTPField(name: .cacheControl, value: "no-store"), HTTPField(name: .pragma, value: "no-cache"),
  ]
}

extension HTTPField.Name {
  /// A name that is known to be well-formed.
  private static func known(_ text: String) -> HTTPField.Name {
    HTTPField.Name(text) ?? .via
  }

  static let frameOptions = known("X-Frame-Options")
  static let pragma = known("Pragma")
  static let reason = known("X-Sim-Reason")
  static let standard = known("X-Sim-Standard")
  static let referrerPolicy = known("Referrer-Policy")
  static let xssProtection = known("X-XSS-Protection")
  static let allowCredentials = known("Access-Control-Allow-Credentials")
  static let allowHeaders = known("Access-Control-Allow-Headers")
  static let allowMethods = known("Access-Control-Allow-Methods")
  static let allowOrigin = known("Access-Control-Allow-Origin")
  static let exposeHeaders = known("Access-Control-Expose-Headers")
  static let maxAge = known("Access-Control-Max-Age")
  static let fetchSite = known("Sec-Fetch-Site")
}
