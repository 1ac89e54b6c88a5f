import HTTPTypes
import NIOCore
import PortalModel
import PortalTokens

/// One request, its body read and nothing judged yet.
struct Call: Sendable {
  var head: HTTPRequest
  var route: Route
  /// The query's bytes.
  var query: Substring.UTF8View
  /// The body.
  var body: ByteBuffer

  /// The method.
  var method: String { head.method.rawValue }

  /// A header's value.
  subscript(_ name: HTTPField.Name) -> String? { head.headerFields[name] }

  /// Where the request comes from, as browsers say.
  var origin: String? { self[.origin] }

  /// Whether the body is said to be a form; parameters such as the character set do not matter.
  var isForm: Bool { TokenRequest(contentType: self[.contentType], parameters: []).isForm }

  /// The body's parameters; none where it is no form, `nil` where it cannot be decoded.
  var form: [Repair.Parameter]? {
    guard method == "POST", isForm else { return [] }
    return body.withUnsafeReadableBytes { FormText.parameters($0) }
  }

  /// The query's parameters; `nil` where it cannot be decoded.
  var parameters: [Repair.Parameter]? { FormText.parameters(query) }

  /// The request as the token service takes it.
  func request(_ form: [Repair.Parameter]) -> TokenRequest {
    TokenRequest(
      method: method, contentType: self[.contentType], authorization: self[.authorization],
      parameters: form)
  }
}
