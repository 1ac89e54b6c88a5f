import PortalEndpoint

extension EndpointError {
  /// The word by which machines know the error.
  var code: String {
    switch self {
    case .addressInUse: "address_in_use"
    case .notPermitted: "address_not_permitted"
    case .noSuchAddress: "no_such_address"
    case .certificate: "certificate_unreadable"
    case .issuer: "issuer_unusable"
    case .unavailable: "address_unavailable"
    }
  }

  /// What happened and what to do.
  var sentence: String {
    switch self {
    case .addressInUse(let address):
      "Another program listens on port \(address.port) already, perhaps another portal: servers on "
        + "one home answer alike, so one is enough. Stop it, or choose another: "
        + "portal serve --port NUMBER."
    case .notPermitted(let address):
      "This user may not listen on port \(address.port). Choose one above 1023 with --port."
    case .noSuchAddress(let address):
      "This machine has no address \(address.host). Give one that it has with --host, or leave it out."
    case .certificate(let path):
      "\(path) cannot be used for TLS: it has to be a readable PEM file, and the key has to belong to "
        + "the certificate. Check --cert and --key."
    case .issuer(let text):
      "\"\(text)\" cannot be an issuer. Write it as http://localhost:8080/auth/realms/cern, with any "
        + "host, port and path in front of /realms/."
    case .unavailable(let address, let code):
      "The server cannot listen on \(address.host) port \(address.port) (code \(code))."
    }
  }
}
