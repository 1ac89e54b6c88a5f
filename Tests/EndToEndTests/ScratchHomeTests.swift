import Foundation
import PortalTestSupport
import Testing

@Suite struct ScratchHomeTests {
  @Test func `a home is private and goes away with its test`() throws {
    var home: ScratchHome? = try ScratchHome()
    let path = try #require(home?.path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    home = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
