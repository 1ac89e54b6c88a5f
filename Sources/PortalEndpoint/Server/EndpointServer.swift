import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A server that listens, from its start to its stop.
///
/// A stop takes no new request, finishes those in flight and then closes. The server also ends by
/// itself where the system takes its socket away.
public final class EndpointServer: Sendable {
  /// Where it listens; the port is the one that the system chose where 0 was asked for.
  public let address: EndpointAddress
  private let group: ServiceGroup
  private let running: Task<Void, any Error>

  private init(
    address: EndpointAddress, group: ServiceGroup, running: Task<Void, any Error>
  ) {
    self.address = address
    self.group = group
    self.running = running
  }

  /// Starts a server; it accepts connections when this returns.
  ///
  /// - Throws: ``EndpointError``.
  public static func start(
    _ endpoint: Endpoint, _ settings: EndpointSettings = EndpointSettings(), log: Logger
  ) async throws -> EndpointServer {
    let (bound, announce) = AsyncStream.makeStream(of: EndpointAddress.self)
    let channel = AnsweringChannel(responder: EndpointResponder(endpoint, settings))
    let listening = ServerConfiguration(
      address: .hostname(settings.address.host, port: settings.address.port),
      availableConnectionsDelegate: MaximumAvailableConnections(
        settings.limits.connections, logger: log))
    let onServerRunning: @Sendable (any Channel) async -> Void = { channel in
      let port = channel.localAddress?.port ?? settings.address.port
      announce.yield(EndpointAddress(host: settings.address.host, port: port))
      announce.finish()
    }
    let loops = MultiThreadedEventLoopGroup.singleton
    let service =
      if let files = settings.certificate {
        try TLSChannel(channel, tlsConfiguration: files.configuration()).server(
          configuration: listening, onServerRunning: onServerRunning, eventLoopGroup: loops,
          logger: log)
      } else {
        channel.server(
          configuration: listening, onServerRunning: onServerRunning, eventLoopGroup: loops,
          logger: log)
      }
    var configuration = ServiceGroupConfiguration(services: [service], logger: log)
    configuration.maximumGracefulShutdownDuration = .milliseconds(settings.limits.stopping)
    let group = ServiceGroup(configuration: configuration)
    let running = Task {
      defer { announce.finish() }
      try await group.run()
    }
    for await address in bound {
      return EndpointServer(address: address, group: group, running: running)
    }
    do { try await running.value } catch { throw failure(error, at: settings.address) }
    throw EndpointError.unavailable(settings.address, code: 0)
  }

  /// Stops: answers what is in flight, closes, and returns when nothing is left.
  public func stop() async {
    await group.triggerGracefulShutdown()
    await wait()
  }

  /// Returns when the server has ended.
  public func wait() async { _ = await running.result }

  private static func failure(
    _ error: any Error, at address: EndpointAddress
  ) -> EndpointError {
    if let error = error as? EndpointError { return error }
    if error is NIOConnectionError || error is SocketAddressError { return .noSuchAddress(address) }
    guard let code = (error as? IOError)?.errnoCode else {
      return .unavailable(address, code: 0)
    }
    switch code {
    case EADDRINUSE: return .addressInUse(address)
    case EACCES, EPERM: return .notPermitted(address)
    case EADDRNOTAVAIL: return .noSuchAddress(address)
    default: return .unavailable(address, code: code)
    }
  }
}
