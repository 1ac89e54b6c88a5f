import Foundation
import PortalModel
import Testing

@testable import portal

@Suite("Command line: token decode and token verify")
struct InspectingTests {
  private static func token(_ home: CommandLineHome) async throws -> String {
    let run = await home.run("token login --user jdoe --client front-end-app")
    #expect(run.status == .done, "\(run.errors)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func threeVerdictsAreKeptApart() async throws {
    let home = await CommandLineHome.filled()
    let token = try await Self.token(home)
    let rows: [(String, String, [Bool?])] = [
      (token, "front-end-app", [true, true, true]),
      (token, "back-end-api", [true, true, false]),
      (String(token.dropLast(8)) + "AAAAAAAA", "front-end-app", [true, false, true]),
      (String(token.dropLast(8)) + "AAAAAAAA", "back-end-api", [true, false, false]),
      ("opaque", "front-end-app", [false, nil, nil]),
    ]
    for (text, application, verdicts) in rows {
      let run = await home.run(["token", "verify", "--for", application, text, "--json"])
      let object = try #require(run.object, "\(run.output)\(run.errors)")
      let found = ["decodes", "signature", "acceptance"].map { object[$0, "kind"]?.string }
      #expect(found.map { $0.map { $0 == "fine" } } == verdicts, "\(found)")
      let isAccepted = verdicts == [true, true, true]
      #expect(object["accepted"] == .bool(isAccepted))
      #expect(run.status == (isAccepted ? .done : .refused))
      let plain = await home.run(["token", "verify", "--for", application, text])
      let lines = plain.output.split(separator: "\n").filter {
        $0.hasPrefix("yes") || $0.hasPrefix("no ") || $0.hasPrefix("-")
      }
      #expect(lines.count == 3, "\(plain.output)")
      for (line, verdict) in zip(lines, verdicts) {
        let sign = verdict.map { $0 ? "yes" : "no" } ?? "-"
        #expect(line.hasPrefix(sign), "\(line)")
      }
    }
  }

  @Test func whatCameAlongWithThePasteDoesNotMatter() async throws {
    let home = await CommandLineHome.filled()
    let token = try await Self.token(home)
    let half = token.index(token.startIndex, offsetBy: 100)
    for text in [
      "\"\(token)\"", "'\(token)'", " \(token)\n", "Bearer \(token)", "bearer  \(token)",
      "Authorization: Bearer \(token)", "\(token[..<half])\n\(token[half...])",
      "\(token[..<half])\r\n    \(token[half...])\r\n", "\(token),",
    ] {
      let run = await home.run(["token", "verify", "--for", "front-end-app", text])
      #expect(run.status == .done, "\(text.prefix(40)): \(run.output)")
      let typed = await home.run(["token", "decode", "-"], typed: text)
      #expect(typed.status == .done && typed.output.contains("jdoe"), "\(typed.output)")
    }
  }

  @Test func badInputsAreRefusedInWords() async throws {
    let home = await CommandLineHome.filled()
    for text in [
      "", " ", "opaque", "....", "e30.e30", "\u{1b}[31m.\u{1b}[0m.x", "Bearer",
      String(repeating: "A", count: 100_000),
    ] {
      for verb in [["token", "decode"], ["token", "verify", "--for", "front-end-app"]] {
        let run = await home.run(verb + ["-"], typed: text)
        #expect(run.status == .refused, "\(verb) \(text.prefix(20))")
        #expect(!run.output.contains("\u{1b}") && !run.errors.contains("\u{1b}"))
        #expect(!(run.output + run.errors).isEmpty)
      }
    }
    let nobody = await home.run("token verify --for nobody x")
    #expect(nobody.status == .refused && (nobody.output + nobody.errors).contains("nobody"))
  }

  @Test func whereTheNewerExchangeWouldRefuseIsSaid() async throws {
    let home = await CommandLineHome.filled()
    _ = await home.run(
      "permission grant --from front-end-app --to back-end-api --as bob")
    let line = "exchange --user jdoe --from front-end-app --to back-end-api"
    let plain = await home.run(line)
    #expect(plain.status == .done)
    #expect(
      plain.output.contains("Keycloak's newer standard exchange would refuse the same request:"))
    let object = try #require(await home.run(line + " --json").object)
    let lint = object["lint"]?.elements.compactMap { $0["id"]?.string } ?? []
    #expect(lint == ["S4", "S6", "S11", "S13", "S20"])
    #expect(object["standard", "id"]?.string == "S4")
    for id in lint { #expect(plain.output.contains("  \(id)  "), "\(id)") }
  }
}
