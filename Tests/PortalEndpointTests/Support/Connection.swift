import Foundation
import Glibc

/// A TCP connection as a test drives it: whole bytes out, whole replies in.
///
/// Everything blocks, on threads of its own: the server shares the test's cooperative threads.
final class Connection: Sendable {
  private let descriptor: Int32

  /// Connects to a port of this machine.
  init(port: Int) async throws {
    descriptor = try await Self.blocking { try Self.connected(port) }
  }

  deinit { close(descriptor) }

  /// Sends bytes as they are.
  func send(_ text: String) async throws { try await send(Array(text.utf8)) }

  /// Sends bytes as they are.
  func send(_ bytes: [UInt8]) async throws {
    let descriptor = descriptor
    try await Self.blocking {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { throw ConnectionError.closed }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Reads until the other side closes.
  func rest() async throws -> [UInt8] {
    try await read { _ in false }
  }

  /// Reads one reply with a head and, where it has a length, a body.
  func reply() async throws -> Received {
    let bytes = try await read { Received(Array($0)) != nil }
    guard let reply = Received(bytes) else { throw ConnectionError.closed }
    return reply
  }

  /// Vanishes: what was not read yet is thrown away, and the other side is told so at once.
  func reset() {
    var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Sends no more, and still reads.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  private func read(until isEnough: @escaping @Sendable ([UInt8]) -> Bool) async throws -> [UInt8] {
    let descriptor = descriptor
    return try await Self.blocking {
      var found: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 14)
      while !isEnough(found) {
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count < 0, errno == ECONNRESET { break }
        guard count >= 0 else { throw ConnectionError.silent }
        if count == 0 { break }
        found += chunk[..<count]
      }
      return found
    }
  }

  private static func connected(_ port: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw ConnectionError.unreachable(errno) }
    var patience = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      close(descriptor)
      throw ConnectionError.unreachable(code)
    }
    return descriptor
  }

  /// Two ports that nobody listens on.
  static func freePorts() async throws -> (Int, Int) {
    try await blocking {
      let sockets = (0..<2).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
      defer { for socket in sockets { close(socket) } }
      let ports = try sockets.map { socket in
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
          }
        }
        guard result == 0 else { throw ConnectionError.unreachable(errno) }
        return Int(UInt16(bigEndian: address.sin_port))
      }
      return (ports[0], ports[1])
    }
  }

  /// Runs what blocks on a thread of its own. Dispatch's threads are also those that tasks run on: where
  /// enough of them wait for replies, nobody is left to make one.
  static func blocking<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
  }
}

/// What can go wrong on the wire.
enum ConnectionError: Error, Hashable {
  /// Nobody listens.
  case unreachable(Int32)
  /// The other side has closed.
  case closed
  /// Nothing came for ten minutes.
  case silent
}
