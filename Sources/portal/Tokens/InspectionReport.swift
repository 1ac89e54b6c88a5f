import PortalModel
import PortalScreens
import PortalTokens

/// An inspected token for machines and for people.
struct InspectionReport {
  var inspection: TokenInspection
  var at: Instant

  /// What stands in the token.
  var decoded: Outcome {
    Outcome(
      inspection.token == nil ? .refused : .done, schema: "portal.token/1",
      [.init("decodes", inspection.decoding.json)] + contents,
      lines: inspection.token.map(Self.lines) ?? problem(inspection.decoding, .resourceType))
  }

  /// The three verdicts.
  func verified(for application: ApplicationIdentifier) -> Outcome {
    let verdicts: [(String, String, Finding?, CheckIdentifier)] = [
      ("decodes", "does not decode", inspection.decoding, .resourceType),
      (
        "signed by this portal", "not signed by this portal", inspection.signature,
        .resourceSignature
      ),
      (
        "\(application) should accept it", "\(application) should not accept it",
        inspection.acceptance, inspection.acceptanceCheck
      ),
    ]
    let lines = verdicts.flatMap { yes, no, finding, check -> [String] in
      guard let finding else { return ["-    not looked at: \(yes)"] }
      if finding == .fine { return ["yes  \(yes)"] }
      return ["no   \(no)"] + problem(finding, check).map { "     \($0)" }
    }
    return Outcome(
      inspection.isAccepted ? .done : .refused, schema: "portal.token-verify/1",
      [
        .init("for", JSONValue(application)), .init("decodes", inspection.decoding.json),
        .init("signature", inspection.signature?.json ?? .null),
        .init("acceptance", inspection.acceptance?.json ?? .null),
        .init("accepted", .bool(inspection.isAccepted)),
      ] + contents, lines: lines, sentences: lines)
  }

  private func problem(_ finding: Finding, _ check: CheckIdentifier) -> [String] {
    Check(id: check, outcome: .failed, found: finding).explanation(now: at)?.lines ?? []
  }

  private var contents: [JSONValue.Member] {
    func object(_ claims: [TokenView.Claim]?) -> JSONValue {
      claims.map { .object($0.map { .init($0.name, $0.value) }) } ?? .null
    }
    return [
      .init("kind", .optional(inspection.token?.kind.rawValue)),
      .init("header", object(inspection.token?.header)),
      .init("claims", object(inspection.token?.claims)),
    ]
  }

  private static func lines(_ token: TokenView) -> [String] {
    let width = (token.header + token.claims).map(\.name.count).max() ?? 0
    func line(_ claim: TokenView.Claim) -> String {
      let name = claim.name + String(repeating: " ", count: width - claim.name.count)
      return "  \(name)  \(claim.value.encoded)"
    }
    func lines(_ claim: TokenView.Claim) -> [String] {
      [
        line(claim),
        "  " + String(repeating: " ", count: width + 2) + claim.meaning(in: token.kind),
      ]
    }
    return ["Header"] + token.header.map(line) + ["Claims"] + token.claims.flatMap(lines)
  }
}
