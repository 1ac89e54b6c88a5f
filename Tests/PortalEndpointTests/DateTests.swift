import Glibc
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint

@Suite("The Date of replies (RFC 9110 §5.6.7)")
struct DateTests {
  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1, "Thu, 01 Jan 1970 00:00:01 GMT"),
    (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    // The example of the RFC.
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    // Years divisible by 400 and by 4 have a leap day, 2100 has none.
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
    (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
    (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 GMT"),
    (1_740_787_199, "Fri, 28 Feb 2025 23:59:59 GMT"),
    (1_740_787_200, "Sat, 01 Mar 2025 00:00:00 GMT"),
    (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    // Ends of years.
    (946_684_799, "Fri, 31 Dec 1999 23:59:59 GMT"), (946_684_800, "Sat, 01 Jan 2000 00:00:00 GMT"),
    (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
    (1_798_761_600, "Fri, 01 Jan 2027 00:00:00 GMT"),
    // Where 32 bits end.
    (2_147_483_647, "Tue, 19 Jan 2038 03:14:07 GMT"),
    (2_147_483_648, "Tue, 19 Jan 2038 03:14:08 GMT"),
    (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
  ])
  func `each instant is written as the RFC has it`(seconds: Int64, text: String) {
    let dates = DateText()
    #expect(dates.text(of: Instant(seconds: seconds)) == text)
    // Anywhere within the second, also when it is asked for again.
    #expect(dates.text(of: Instant(milliseconds: seconds * 1000 + 999)) == text)
    #expect(dates.text(of: Instant(seconds: seconds)) == text)
  }

  @Test func `it is what the system's library makes of it, through four centuries`() {
    let dates = DateText()
    // A step that meets every second, minute, hour, weekday and day of the year.
    for seconds in stride(from: Int64(0), to: 12_622_780_800, by: 1_234_577) {
      var (time, parts) = (time_t(seconds), tm())
      gmtime_r(&time, &parts)
      var bytes = [CChar](repeating: 0, count: 64)
      let count = strftime(&bytes, bytes.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
      let written = bytes.prefix(count).map(UInt8.init(bitPattern:))
      let expected = String(decoding: written, as: UTF8.self)
      #expect(dates.text(of: Instant(seconds: seconds)) == expected)
    }
  }

  @Test func `every reply has the server's own, also one that refuses`() async throws {
    let moment = Instant(seconds: 2_147_483_648)
    try await EndpointStage.run(at: moment) { stage in
      for path in [EndpointStage.endpoints + "/certs", EndpointStage.token, "/nowhere"] {
        let reply = try await stage.send("GET", path)
        #expect(reply["date"] == "Tue, 19 Jan 2038 03:14:08 GMT", "\(path)")
        #expect(reply.fields.filter { $0.name == "date" }.count == 1)
      }
      stage.notes.set(moment.advanced(seconds: 1))
      let later = try await stage.send("GET", EndpointStage.endpoints + "/certs")
      #expect(later["date"] == "Tue, 19 Jan 2038 03:14:09 GMT")
    }
  }
}
