import Foundation
import Glibc

/// The process that listens on a port, as far as the kernel tells this user (`proc(5)`).
struct PortHolder: Hashable, Sendable {
  /// The process's number.
  var process: Int
  /// The program's name, as `ps` has it.
  var name: String

  /// Finds who listens on a port of this machine; `nil` where that is another user's process, whose open
  /// files are nobody else's business.
  init?(ofPort port: Int) {
    let sockets = Self.sockets(listeningOn: port)
    guard !sockets.isEmpty else { return nil }
    let processes = Self.names(in: "/proc").compactMap { Int($0) }.sorted()
    guard let process = processes.first(where: { Self.opens($0, anyOf: sockets) }) else {
      return nil
    }
    self.process = process
    let text = (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) ?? ""
    name = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The sockets in state `LISTEN` (0A) on a port, as links of open files name them: `socket:[123]`.
  private static func sockets(listeningOn port: Int) -> Set<String> {
    var sockets: Set<String> = []
    for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
      let text = (try? String(contentsOfFile: table, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n").dropFirst() {
        let fields = line.split(separator: " ")
        guard fields.count > 9, fields[3] == "0A",
          let mark = fields[1].lastIndex(of: ":"),
          Int(fields[1][fields[1].index(after: mark)...], radix: 16) == port
        else { continue }
        sockets.insert("socket:[\(fields[9])]")
      }
    }
    return sockets
  }

  private static func opens(_ process: Int, anyOf sockets: Set<String>) -> Bool {
    let folder = "/proc/\(process)/fd"
    return names(in: folder).contains { name in
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
      return link.map(sockets.contains) ?? false
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}

/// Ports of this machine that nobody listens on.
enum FreePort {
  /// The next free one above a port, within a hundred; `nil` where all are taken.
  static func above(_ port: Int) -> Int? {
    (port + 1...port + 100).first { $0 <= 65_535 && isFree($0) }
  }

  /// Whether this user can listen there, on this machine only.
  static func isFree(_ port: Int) -> Bool {
    guard let number = in_port_t(exactly: port) else { return false }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var reuses: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &reuses, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = number.bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
