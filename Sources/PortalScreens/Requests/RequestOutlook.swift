import PortalModel

/// What would become of a request if it were sent now: said in the dialog before it.
public enum RequestOutlook: Hashable, Sendable {
  /// Granted at once: whoever asks decides for the target too.
  case granted
  /// It waits for these; what became of the last one.
  case pending(Managers?, last: ExchangePermission?)
  /// A rule would say no.
  case refused(Refusal)
}

extension PortalClient {
  /// Asks the rules themselves, so that the dialog cannot say anything else than what is done.
  func outlook(
    on direction: ExchangeDirection, by person: IdentityIdentifier
  ) throws -> RequestOutlook {
    do {
      let found = try preview(.requestExchange(direction, justification: ""), person)
      guard !found.rounds.contains(where: { $0.state == .granted }) else { return .granted }
      return .pending(
        try application(direction.target).map { Managers(of: $0.application) },
        last: try history(direction).first)
    } catch let refusal as Refusal {
      return .refused(refusal)
    }
  }
}

extension PromptDialog {
  /// The words that go with a request.
  init(justifying direction: ExchangeDirection) {
    self.init(
      title: "Request permission: \(direction.source) → \(direction.target)",
      explanation: "Who decides for \(direction.target) is being looked up.",
      label: "Justification", purpose: .justification(direction), isRequired: false)
  }

  /// Says who will decide, once that is known.
  mutating func took(_ outlook: RequestOutlook, on direction: ExchangeDirection) {
    guard purpose == .justification(direction) else { return }
    explanation = outlook.sentence(on: direction.target)
  }
}

extension RequestOutlook {
  fileprivate func sentence(on target: ApplicationIdentifier) -> String {
    switch self {
    case .granted:
      "You decide for \(target) too, so it is granted at once (invented, after CERN's account portal)."
    case .pending(let managers?, let last):
      "\(managers.owner), owner of \(target), will have to decide."
        + (managers.administrators.map { " Anybody in \($0) may as well." } ?? "")
        + (last?.refusalWords ?? "")
    case .pending(nil, let last):
      "The owner of \(target) will have to decide." + (last?.refusalWords ?? "")
    case .refused(let refusal): "It would be refused now: \(refusal.explanation.what)"
    }
  }
}

extension ExchangePermission {
  /// Who said no the last time, and why; `nil` where nobody did.
  fileprivate var refusalWords: String? {
    guard state == .rejected || state == .revoked, let decidedBy else { return nil }
    return " Last time \(decidedBy) \(state == .rejected ? "rejected" : "revoked") it"
      + (reason.isEmpty ? "." : ": \u{201C}\(reason)\u{201D}")
  }
}
