import Glibc
import PortalTokens

/// Sends prepared requests over connections that stay open, one at a time on each, from one thread.
final class LoadGenerator {
  private struct Line {
    var descriptor: Int32
    /// The reply so far; its first bytes count.
    var received = [UInt8](repeating: 0, count: 1 << 14)
    var count = 0
    /// How long the whole reply is, once its head has come.
    var length: Int?
    var began = ContinuousClock.now
  }

  private var lines: [Line]
  private var polled: [pollfd]

  init(port: Int, connections: Int) throws {
    lines = try (0..<connections).map { _ in Line(descriptor: try Self.connected(port)) }
    polled = lines.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
  }

  deinit { for line in lines { close(line.descriptor) } }

  /// Sends all requests and returns how long each took, in milliseconds.
  func run(_ requests: [[UInt8]], expecting status: Int) throws -> [Double] {
    var waiting = requests[...]
    var latencies: [Double] = []
    latencies.reserveCapacity(requests.count)
    let wanted = Array("HTTP/1.1 \(status)".utf8)
    for index in lines.indices {
      if let request = waiting.popFirst() { try send(request, on: index) }
    }
    while latencies.count < requests.count {
      guard poll(&polled, nfds_t(polled.count), 30_000) > 0 else { throw Failure.silent }
      for index in lines.indices where polled[index].revents != 0 {
        guard try receive(on: index) else { continue }
        guard lines[index].received.starts(with: wanted) else { throw Failure.refused }
        latencies.append(milliseconds(.now - lines[index].began))
        if let request = waiting.popFirst() { try send(request, on: index) }
      }
    }
    return latencies
  }

  private func send(_ request: [UInt8], on index: Int) throws {
    lines[index].count = 0
    lines[index].length = nil
    lines[index].began = .now
    let count = Glibc.send(
      lines[index].descriptor, request, request.count, Int32(MSG_NOSIGNAL))
    // A request is smaller than the system's buffer.
    guard count == request.count else { throw Failure.closed }
  }

  /// Whether the reply is whole.
  private func receive(on index: Int) throws -> Bool {
    let had = lines[index].count
    let descriptor = lines[index].descriptor
    let count = lines[index].received.withUnsafeMutableBytes { bytes in
      recv(descriptor, bytes.baseAddress?.advanced(by: had), bytes.count - had, 0)
    }
    guard count > 0 else { throw Failure.closed }
    lines[index].count += count
    if lines[index].length == nil {
      lines[index].length = try Self.length(of: lines[index].received, lines[index].count)
    }
    return lines[index].length.map { lines[index].count >= $0 } ?? false
  }

  /// Bytes of the reply that begins here; `nil` while its head has not come whole.
  private static func length(of reply: [UInt8], _ count: Int) throws -> Int? {
    try reply.withUnsafeBytes { bytes in
      func stands(_ text: StaticString, at position: Int) -> Bool {
        position + text.utf8CodeUnitCount <= count
          && (0..<text.utf8CodeUnitCount).allSatisfy {
            bytes[position + $0] == text.utf8Start[$0]
          }
      }
      var length: Int?
      for position in 0..<count where bytes[position] == 13 {
        if stands("\r\n\r\n", at: position) {
          guard let length, position + 4 + length <= bytes.count else { throw Failure.refused }
          return position + 4 + length
        }
        guard stands("\r\nContent-Length: ", at: position) else { continue }
        length = bytes[(position + 18)...].prefix { (48...57).contains($0) }
          .reduce(0) { $0 * 10 + Int($1 - 48) }
      }
      return nil
    }
  }

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
