import Glibc
import PortalScreens
import Testing

@testable import portal

@Suite("Who has a port, and which one is free")
struct PortHolderTests {
  /// Listens on a port that the system chooses.
  private func withListener(_ body: (Int) throws -> Void) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    try #require(isBound)
    try body(Int(UInt16(bigEndian: address.sin_port)))
  }

  @Test func aListenerIsFoundByItsPort() throws {
    try withListener { port in
      let holder = try #require(PortHolder(ofPort: port))
      #expect(holder.process == Int(getpid()))
      #expect(!holder.name.isEmpty)
      #expect(!FreePort.isFree(port))
      let free = try #require(FreePort.above(port))
      #expect(free > port && FreePort.isFree(free))
      #expect(PortHolder(ofPort: free) == nil)
    }
  }

  @Test func whoHasItIsSaidAndWhatCanBeDone() throws {
    try withListener { port in
      let holder = try #require(PortHolder(ofPort: port))
      let strange = TakenPort(port: port, holder: holder, isOurs: false).explanation
      #expect(strange.what.contains("\(holder.name), process \(getpid())"))
      #expect(strange.next.contains("Stop process \(getpid())"))
      let ours = TakenPort(port: port, holder: holder, isOurs: true).explanation
      #expect(ours.what.contains("on this home") && ours.next.contains("Nothing needs"))
      let unseen = TakenPort(port: port, holder: nil, isOurs: false).explanation
      #expect(unseen.what.contains("another user"))
    }
  }
}
