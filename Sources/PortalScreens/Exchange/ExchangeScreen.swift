import PortalModel
import TerminalKit

/// 4 Exchange: a real sign-in and a real exchange, every step shown.
struct ExchangeScreen: Hashable, Encodable, Sendable {
  enum Field: Int, CaseIterable, Encodable, Sendable { case user, signIn, source, target, want }

  var user: Identity?
  var signIn: SignIn?
  var source: ApplicationIdentifier?
  var target: ApplicationIdentifier?
  var want = ExchangeQuery.Want.refresh
  var focus = Field.user
  var outcome: ExchangeOutcome?
  var isRunning = false
  /// Something was changed since the exchange was made: it might come out otherwise now.
  var isOvertaken = false
  /// The pair that was last taken over from where one came from.
  var suggested: ExchangeDirection?
  /// An application was chosen by hand, and nothing has been run since.
  var isChosen = false
  var generation = 0
  var pane = TextPane()
  /// The user of the last time, until that identity is read.
  var remembered: IdentityIdentifier?
  /// How that user signed in, where it was not as usual.
  var rememberedSignIn: SignIn?

  /// How the user signs in: as chosen, or as their account does.
  var effectiveSignIn: SignIn? { signIn ?? user?.defaultSignIn }

  var query: ExchangeQuery? {
    guard let user, let effectiveSignIn, let source, let target else { return nil }
    return ExchangeQuery(
      user: user.id, signIn: effectiveSignIn, source: source, target: target, want: want)
  }

  /// The outcome belongs to what the fields say now, and to the portal as it is.
  var isCurrent: Bool { outcome?.query == query && !isOvertaken }

  func availability(of action: ActionID) -> Availability {
    switch action {
    case .tokens:
      return outcome?.before.isEmpty == false
        ? .possible
        : .impossible("There is no token yet; \(keyName(.runExchange)) runs the exchange")
    case .rawReply, .curl:
      return outcome?.reply != nil
        ? .possible
        : .impossible("There is no reply yet; \(keyName(.runExchange)) runs the exchange")
    case .explain:
      return outcome != nil
        ? .possible
        : .impossible("Nothing has been run yet; \(keyName(.runExchange)) runs the exchange")
    case .fix:
      guard let outcome else {
        return .impossible("Nothing has been run yet; \(keyName(.runExchange)) runs it")
      }
      return outcome.failure == nil
        ? .impossible("There is nothing to fix: the exchange was made") : .possible
    default: return .possible
    }
  }

  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .nextField: return turn(by: 1)
    case .previousField: return turn(by: -1)
    case .changeField: return change()
    case .runExchange: return run()
    case .tokens:
      guard let outcome else { return nil }
      return [.push(.tokens(TokensScreen(outcome: outcome)))]
    case .rawReply:
      guard let reply = outcome?.reply else { return nil }
      return [.open(.text(TextDialog(title: "Raw reply", lines: rawReplyLines(reply))))]
    case .explain:
      guard let outcome else { return nil }
      return [
        .open(
          .text(
            TextDialog(
              title: "Why each step",
              lines: explanationLines(outcome, roles: roleLines(outcome, context), context))))
      ]
    case .curl:
      guard let outcome else { return nil }
      return [
        .effect(.copy(outcome.curl)),
        .open(
          .text(
            TextDialog(title: "curl", lines: curlLines(outcome.curl), copies: outcome.curl))),
        .note("Copied, where the terminal allows it; \(keyName(.textBare)) shows it for the mouse"),
      ]
    case .fix:
      guard let outcome, let failure = outcome.failure else { return nil }
      return [.open(.fix(FixDialog(failure: failure, repairs: outcome.repairs)))]
    default: return nil
    }
  }

  mutating func run() -> [Step] {
    guard let query else {
      focus = user == nil ? .user : source == nil ? .source : .target
      return change()
    }
    generation += 1
    isRunning = true
    isChosen = false
    return [.effect(.exchange(query, generation: generation))]
  }

  mutating func finished(
    _ result: Result<ExchangeOutcome, PortalFailure>, generation: Int
  ) -> [Step] {
    guard generation == self.generation else { return [] }
    isRunning = false
    switch result {
    case .success(let outcome):
      self.outcome = outcome
      isOvertaken = false
      pane = TextPane()
      return []
    case .failure(let failure):
      return [
        .say(
          Message(
            kind: .refused, text: failure.explanation.what, explanation: failure.explanation))
      ]
    }
  }

  private mutating func turn(by step: Int) -> [Step] {
    let count = Field.allCases.count
    focus = Field(rawValue: (focus.rawValue + step + count) % count) ?? .user
    return []
  }

  private mutating func change() -> [Step] {
    switch focus {
    case .user:
      return pick("Who signs in?", .identity, .exchangeUser)
    case .source:
      return pick("Which application do they sign in to?", .application, .exchangeSource)
    case .target:
      return pick("Toward which application is the token exchanged?", .application, .exchangeTarget)
    case .want:
      let all = ExchangeQuery.Want.allCases
      want = all[((all.firstIndex(of: want) ?? 0) + 1) % all.count]
      return [
        .note(
          "The request asks for: \(want.label). \(keyName(.changeField)) goes on to the next type")
      ]
    case .signIn:
      guard let user, let effectiveSignIn else {
        return [.note("Choose a user first: how they sign in begins with their account")]
      }
      return [
        .open(
          .signIn(
            SignInDialog(
              title: "How \(user.id) signs in", signIn: effectiveSignIn, purpose: .exchange)))
      ]
    }
  }

  private func pick(
    _ label: String, _ kind: PickerQuery.Kind, _ purpose: PickerPurpose
  ) -> [Step] {
    [
      .open(
        .picker(PickerDialog(title: "Exchange", label: label, kind: kind, purpose: purpose)))
    ]
  }
}

/// The token view: header, claims and where each value came from.
struct TokensScreen: Hashable, Encodable, Sendable {
  var outcome: ExchangeOutcome
  var index = 0
  var pane = TextPane()

  init(outcome: ExchangeOutcome) {
    self.outcome = outcome
    // The exchanged token is what people look for first.
    index = outcome.after.isEmpty ? 0 : outcome.before.count
  }

  var tokens: [TokenView] { outcome.before + outcome.after }

  mutating func next() {
    show(tokens.isEmpty ? 0 : (index + 1) % tokens.count)
  }

  mutating func show(_ index: Int) {
    self.index = index
    pane = TextPane()
  }
}
