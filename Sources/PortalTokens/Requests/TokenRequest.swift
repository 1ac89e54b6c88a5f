import PortalModel

/// A request to the token endpoint as it arrived, its form decoded and nothing judged yet.
public struct TokenRequest: Hashable, Sendable {
  /// The HTTP method.
  public var method: String
  /// The `Content-Type` header, if there was one.
  public var contentType: String?
  /// The `Authorization` header, if there was one.
  public var authorization: String?
  /// The form's parameters in the order they were sent, doubled ones included.
  public var parameters: [Repair.Parameter]

  /// Makes a request.
  public init(
    method: String = "POST", contentType: String? = "application/x-www-form-urlencoded",
    authorization: String? = nil, parameters: [Repair.Parameter]
  ) {
    self.method = method
    self.contentType = contentType
    self.authorization = authorization
    self.parameters = parameters
  }

  /// Makes the request of CERN's Token Exchange page.
  ///
  /// - Parameters:
  ///   - subjectToken: The user's access token.
  ///   - client: Who exchanges.
  ///   - secret: Its secret; `nil` for a public client.
  ///   - target: For whom; `nil` leaves `audience` out, which means the client itself.
  ///   - want: What for; `nil` leaves `requested_token_type` out.
  ///   - scope: The scopes asked for; `nil` leaves `scope` out.
  public init(
    exchanging subjectToken: String, by client: ApplicationIdentifier, secret: String?,
    toward target: ApplicationIdentifier?, wanting want: ExchangeWant?, scope: [String]? = nil
  ) {
    let parameters: [(String, String?)] = [
      ("client_id", client.text), ("client_secret", secret), ("grant_type", Wire.exchangeGrant),
      ("subject_token", subjectToken), ("requested_token_type", want?.uri),
      ("audience", target?.text), ("scope", scope?.joined(separator: " ")),
    ]
    self.init(
      parameters: parameters.compactMap { name, value in
        value.map { Repair.Parameter(name: name, value: $0) }
      })
  }

  /// The first value of a parameter.
  public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// All values of a parameter.
  public func values(_ name: String) -> [String] {
    parameters.filter { $0.name == name }.map(\.value)
  }

  /// The names that stand more than once although they may not (E9), each once.
  var duplicated: [String] {
    var seen: Set<String> = []
    var twice: [String] = []
    // Exempt for the exchange alone (26.1).
    let isExchange = self["grant_type"] == Wire.exchangeGrant
    for (index, parameter) in parameters.enumerated() {
      // A few names are compared one by one; a set comes in where somebody sends very many.
      let isNew =
        index < 16
        ? !parameters[..<index].contains { $0.name == parameter.name }
        : seen.insert(parameter.name).inserted
      if index == 15 { seen = Set(parameters[...15].map(\.name)) }
      let isExempt = isExchange && Self.repeatable.contains(parameter.name)
      if !isNew, !isExempt, !twice.contains(parameter.name) {
        twice.append(parameter.name)
      }
    }
    return twice
  }

  private static let repeatable: Set<String> = ["audience", "resource"]

  /// Whether the body is said to be a form; parameters such as the character set do not matter.
  public var isForm: Bool {
    if contentType == Wire.form { return true }
    let type = (contentType ?? "").prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return type.lowercased() == Wire.form
  }
}
