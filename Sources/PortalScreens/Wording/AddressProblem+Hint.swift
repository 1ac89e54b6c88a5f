import PortalModel

extension AddressProblem {
  /// What is wrong, as a short hint beside the field.
  public var hint: String {
    switch self {
    case .empty: "Type an address, such as https://mysite.cern.ch/*"
    case .tooLong(let maximum): "At most \(maximum) characters"
    case .blank: "No blanks in an address"
    case .schemeMissing: "Begin with https://, http:// or a scheme such as ch.cern.myapp:"
    case .scheme(let scheme): "Not \(quoted(scheme)): only https, http or a ch.cern scheme"
    case .hostMissing: "A host must follow, as in https://mysite.cern.ch/"
    case .fragment: "No # part: the login adds its own answer there"
    case .wildcard: "A * can only be the last character"
    case .localhost: "A home page on this machine is of no use to others: not localhost"
    }
  }

  /// What is wrong, as the middle of a sentence: "… is refused because ".
  var reason: String {
    switch self {
    case .empty: "it is empty"
    case .tooLong(let maximum): "it has more than \(maximum) characters"
    case .blank: "it holds a blank or a control character"
    case .schemeMissing: "it does not begin with a scheme such as https:"
    case .scheme(let scheme): "its scheme \(quoted(scheme)) is not one that may be used here"
    case .hostMissing: "no host follows the scheme"
    case .fragment: "it has a fragment (#), which RFC 6749 section 3.1.2 forbids"
    case .wildcard: "its * is not the last character"
    case .localhost: "it points to this machine"
    }
  }
}

extension RedirectURI {
  /// What to bear in mind about an address that is accepted; `nil` for nothing.
  public var warning: String? {
    let words = concerns.map(\.words)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension RedirectConcern {
  /// The concern in a sentence.
  var words: String {
    switch self {
    case .localhost:
      "Leads to this machine: fine for trying out; sources differ on whether CERN takes it."
    case .native:
      "A native application's scheme: only an app on the user's own device gets the reply."
    case .anyHost: "Too broad: the * stands in the host, so other hosts fit it and get the reply."
    case .unencrypted: "Not encrypted: the reply can be read on its way; use https."
    }
  }
}
