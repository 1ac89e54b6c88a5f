import PortalEndpoint
import Testing

@Suite struct EndpointAddressTests {
  @Test func listensOnLoopbackWhereNothingElseIsSaid() {
    #expect(EndpointAddress() == EndpointAddress(host: "127.0.0.1", port: 8080))
  }
}
