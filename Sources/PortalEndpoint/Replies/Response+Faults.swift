import HTTPTypes
import PortalModel

extension Response {
  /// An uncaught fault of the server (§2).
  static var fault: Response {
    Response(
      status: 500, error: "unknown_error",
      description: "For more on this error consult the server log.")
  }

  /// A path that leads to nothing.
  static var nothing: Response {
    Response(
      status: 404, error: "Unable to find matching target resource method",
      description: "For more on this error consult the server log.")
  }

  /// A method that the path does not answer (E1): the framework's own reply.
  static func notAllowed(_ route: Route) -> Response {
    Response(
      status: .methodNotAllowed, headers: [.allow: route.allowedMethods.joined(separator: ", ")])
  }

  /// A `Host` that is neither the issuer's nor this machine's (RFC 9110 §15.5.20; invented).
  static var wrongHost: Response {
    Response(
      status: 421, error: "invalid_request",
      description: "This server answers for its issuer's host and for this machine only")
  }

  /// A body longer than any token request (RFC 9110 §15.5.14; invented).
  static var tooLarge: Response {
    Response(status: 413, error: "invalid_request", description: "Request body too large")
  }

  /// `error` of the answer to a form that cannot be decoded.
  static let malformedError = "invalid_request"

  /// A form or query that cannot be decoded (invented).
  static var malformed: Response {
    Response(status: 400, error: malformedError, description: "Malformed form parameters")
  }
}
