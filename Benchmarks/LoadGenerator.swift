import Glibc
import PortalTokens

/// Sends prepared requests over connections that stay open, one at a time on each, from one thread.
final class LoadGenerator {
  private struct Line {
    var descriptor: Int32
    var received: [UInt8] = []
    var began = ContinuousClock.now
    var isBusy = false
  }

  private var lines: [Line]
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  init(port: Int, connections: Int) throws {
    lines = try (0..<connections).map { _ in Line(descriptor: try Self.connected(port)) }
  }

  deinit { for line in lines { close(line.descriptor) } }

  /// Sends all requests and returns how long each took, in milliseconds.
  func run(_ requests: [[UInt8]], expecting status: Int) throws -> [Double] {
    var waiting = requests[...]
    var latencies: [Double] = []
    let wanted = Array("HTTP/1.1 \(status)".utf8)
    while latencies.count < requests.count {
      for index in lines.indices where !lines[index].isBusy {
        guard let request = waiting.popFirst() else { break }
        try send(request, on: index)
      }
      var polled = lines.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), 30_000) > 0 else { throw Failure.silent }
      for index in lines.indices where polled[index].revents != 0 {
        guard try receive(on: index) else { continue }
        guard lines[index].received.starts(with: wanted) else { throw Failure.refused }
        latencies.append(milliseconds(.now - lines[index].began))
        lines[index].isBusy = false
      }
    }
    return latencies
  }

  private func send(_ request: [UInt8], on index: Int) throws {
    lines[index].received.removeAll(keepingCapacity: true)
    lines[index].isBusy = true
    lines[index].began = .now
    let count = Glibc.send(
      lines[index].descriptor, request, request.count, Int32(MSG_NOSIGNAL))
    // A request is smaller than the system's buffer.
    guard count == request.count else { throw Failure.closed }
  }

  /// Whether the reply is whole.
  private func receive(on index: Int) throws -> Bool {
    let count = recv(lines[index].descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { throw Failure.closed }
    lines[index].received += chunk[..<count]
    let received = lines[index].received
    guard let end = received.firstRange(of: Self.blank)?.upperBound,
      let mark = received.firstRange(of: Self.length)?.upperBound
    else { return false }
    var length = 0
    for byte in received[mark...] {
      guard byte >= 48, byte <= 57 else { break }
      length = length * 10 + Int(byte - 48)
    }
    return received.count >= end + length
  }

  private static let blank = Array("\r\n\r\n".utf8)
  private static let length = Array("Content-Length: ".utf8)

  private static func connected(_ port: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure.closed }
    return descriptor
  }

  enum Failure: Error {
    case silent
    case closed
    case refused
  }
}

extension LoadGenerator {
  private static let realm = "/auth/realms/cern"

  /// The smallest thing there is to ask.
  static let discovery = Array(
    "GET \(realm)/.well-known/openid-configuration HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)

  /// The story's exchange for a subject token.
  static func exchange(_ subject: String, want: ExchangeWant) -> [UInt8] {
    let body =
      "client_id=front-end-app&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
      + "&subject_token=\(subject)&audience=back-end-api&requested_token_type="
      + "urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3A\(want.rawValue)"
    let head =
      "POST \(realm)/protocol/openid-connect/token HTTP/1.1\r\nHost: localhost:8080\r\n"
      + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)"
      + "\r\n\r\n"
    return Array((head + body).utf8)
  }
}
