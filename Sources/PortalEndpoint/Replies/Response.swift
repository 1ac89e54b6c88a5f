import HTTPTypes
import NIOCore

/// A reply as it goes out, but for what every reply carries.
struct Response: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields
  /// The body; `nil` for none.
  var content: ByteBuffer?
  /// Whether it is a page, whose form has to say where it comes from.
  var isPage = false

  init(
    status: HTTPResponse.Status, headers: HTTPFields = HTTPFields(), content: ByteBuffer? = nil
  ) {
    self.status = status
    self.headers = headers
    self.content = content
  }

  /// The status line and all fields; a HEAD's are those of the GET.
  ///
  /// - Parameter date: The time as RFC 9110 §5.6.7 writes it.
  func head(date: String) -> HTTPResponse {
    var fields = headers
    fields.append(
      HTTPField(name: .contentLength, value: String(content?.readableBytes ?? 0)))
    fields.append(HTTPField(name: .date, value: date))
    if !isPage { fields.append(Self.noReferrer) }
    fields.append(contentsOf: Self.security)
    return HTTPResponse(status: status, headerFields: fields)
  }

  private static let noReferrer = HTTPField(name: .referrerPolicy, value: "no-referrer")

  /// What Keycloak puts on each reply (§16).
  private static let security = [
    HTTPField(
      name: .strictTransportSecurity, value: "max-age=31536000; includeSubDomains"),
    HTTPField(name: .xContentTypeOptions, value: "nosniff"),
    HTTPField(name: .frameOptions, value: "SAMEORIGIN"),
    HTTPField(name: .xssProtection, value: "1; mode=block"),
  ]
}
