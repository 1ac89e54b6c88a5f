import ArgumentParser
import PortalEndpoint
import PortalModel

/// `portal serve`: the token endpoint over HTTP, until it is told to stop.
struct ServeCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer as the single sign-on over HTTP, for real clients.",
    discussion: """
      Permissions, people and roles are read from the portal on each request, so what is changed on a \
      screen counts for the next one. Ctrl-C stops the server when what is in flight is answered.

      Example:
        portal serve --port 8080
      """)

  @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port (default: the issuer's, 8080).", valueName: "port"))
  var port: UInt16?

  @Option(
    help: ArgumentHelp("A PEM file with the certificate to speak TLS with.", valueName: "file"))
  var cert: String?

  @Option(help: ArgumentHelp("A PEM file with the certificate's key.", valueName: "file"))
  var key: String?

  @Flag(help: "Listen beyond this machine without TLS.")
  var insecure = false

  @Option(
    help: ArgumentHelp(
      "Set the issuer of this home, for every program on it; older tokens go out of use.",
      valueName: "url"))
  var issuer: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the header X-Sim-Reason explains refusals.")
  var explain = true

  @OptionGroup var options: GlobalOptions

  var showsWork: Bool { false }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    // Before anything is opened: whoever stops it while it starts is obeyed once it stands.
    await surroundings.heedStop()
    return try await withSession(in: surroundings) { session in
      if let issuer {
        _ = try IssuerAddress(issuer)
        try session.database.setIssuer(issuer)
      }
      let known = try IssuerAddress(session.issuer())
      let settings = try settings(of: known)
      let running = try await session.startEndpoint(settings)
      let place = ServeAddress(
        address: running.server.address, issuer: known, isSecure: settings.certificate != nil)
      say(place, in: surroundings)
      await surroundings.untilStopped()
      await running.stop()
      return Outcome(said: options.json ? [] : ["Stopped."])
    }
  }

  private func settings(of issuer: IssuerAddress) throws -> EndpointSettings {
    var settings = EndpointSettings()
    settings.address = EndpointAddress(host: host, port: port.map(Int.init) ?? issuer.port)
    settings.explains = explain
    switch (cert, key) {
    case (let cert?, let key?):
      settings.certificate = CertificateFiles(certificate: cert, key: key)
    case (nil, nil): break
    default: throw UsageError("TLS needs both files: give --cert and --key.")
    }
    let place = ServeAddress(
      address: settings.address, issuer: issuer, isSecure: settings.certificate != nil)
    guard place.isLoopback || place.isSecure || insecure else {
      throw UsageError(
        "\(host) can be reached from other machines. Give --cert and --key for TLS, or type "
          + "--insecure to go without.")
    }
    return settings
  }

  /// Said as soon as it listens: whoever started it may be waiting for that.
  private func say(_ place: ServeAddress, in surroundings: Surroundings) {
    if options.json {
      let object = JSONValue.object([
        .init("schema", .string("portal.serve/1")), .init("host", .string(place.address.host)),
        .init("port", .integer(Int64(place.address.port))), .init("realm", .string(place.realm)),
        .init("issuer", .string(place.issuer.text)), .init("warnings", .texts(place.warnings)),
      ])
      surroundings.output(object.encoded + "\n")
    } else {
      surroundings.say([
        "The single sign-on answers at \(place.realm)",
        "Its token endpoint: \(place.realm)/protocol/openid-connect/token",
      ])
    }
    surroundings.warn(place.warnings)
  }
}
