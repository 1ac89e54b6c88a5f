import PortalModel

/// How far the story of CERN's page on token exchange has come: read from the portal, so that it does not
/// matter by what way it went on.
public struct StoryProgress: Hashable, Encodable, Sendable {
  /// Who asks whom.
  public var direction: ExchangeDirection
  /// Who manages the application that asks.
  public var asker: IdentityIdentifier
  /// Who decides.
  public var decider: IdentityIdentifier
  /// Whose token is exchanged.
  public var user: IdentityIdentifier
  /// The newest round of the permission; `nil` where nothing was asked.
  public var state: ExchangePermission.State?

  /// Makes the progress.
  public init(
    direction: ExchangeDirection, asker: IdentityIdentifier, decider: IdentityIdentifier,
    user: IdentityIdentifier, state: ExchangePermission.State?
  ) {
    self.direction = direction
    self.asker = asker
    self.decider = decider
    self.user = user
    self.state = state
  }

  /// The story of the page, in the names that it uses (CERN's "Exchange tokens"); `nil` where the portal
  /// has no such applications.
  public init?(
    application: (ApplicationIdentifier) throws -> Application?,
    identity: (IdentityIdentifier) throws -> Identity?,
    newest: (ExchangeDirection) throws -> ExchangePermission?
  ) rethrows {
    let direction = ExchangeDirection(
      source: ApplicationIdentifier(trusted: "front-end-app"),
      target: ApplicationIdentifier(trusted: "back-end-api"))
    guard let source = try application(direction.source),
      let target = try application(direction.target)
    else { return nil }
    let user = try identity(IdentityIdentifier(trusted: "jdoe"))
    self.init(
      direction: direction, asker: source.owner, decider: target.owner,
      user: user?.id ?? source.owner, state: try newest(direction)?.state)
  }
}

extension State {
  /// The next step of the story, where one is; `nil` once it is done or dismissed, and in dialogs.
  var firstStartHint: String? { firstStartHint(choosing: "\(keyName(.changeField)) chooses") }

  /// The same, with the words for choosing a field of 4 Exchange, which plain mode does by number.
  func firstStartHint(choosing: String) -> String? {
    guard isFirstStart, dialogs.isEmpty, let story else { return nil }
    let (source, target) = (story.direction.source, story.direction.target)
    switch story.state {
    case .granted: return exchangeHint(story, choosing)
    case .pending:
      guard acting.id == story.decider else {
        return
          "Next: \(story.decider) decides. \(keyName(.actAs)) lets you act as \(story.decider)."
      }
      guard case .requests = screen else {
        return "Next: \(Section.requests.name), where \(source) waits for you."
      }
      return "Next: \(keyName(.approve)) approves the request under the cursor."
    case nil, .rejected, .withdrawn, .revoked:
      guard acting.id == story.asker else {
        return "Next: \(keyName(.actAs)) lets you act as \(story.asker), who owns \(source)."
      }
      switch screen {
      case .applications:
        return "You are \(acting.id). Open \(source), press \(keyName(.permissions)), then "
          + "\(keyName(.requestExchange)): ask for \(target)."
      case .application(let page) where page.id == source:
        return "Next: \(keyName(.permissions)) opens \"Token exchange permissions\"."
      case .permissions(let permissions) where permissions.id == source:
        return "Next: \(keyName(.requestExchange)) asks for the permission toward \(target)."
      case .application, .linkedGroups, .permissions, .requests, .people, .person, .group, .map,
        .holders, .exchange, .tokens, .activity:
        return "Next: \(Section.applications.name), open \(source), and ask for \(target)."
      }
    }
  }

  private func exchangeHint(_ story: StoryProgress, _ choosing: String) -> String {
    guard case .exchange(let exchange) = screen else {
      return "Next: \(Section.exchange.name) shows what the permission is good for."
    }
    guard let query = exchange.query else {
      return "Next: \(choosing) user \(story.user), from "
        + "\(story.direction.source), to \(story.direction.target)."
    }
    guard query.source == story.direction.source, query.target == story.direction.target else {
      return "Next: choose from \(story.direction.source), to \(story.direction.target)."
    }
    if query.user != story.user, exchange.outcome == nil {
      return "Next: \(choosing) user \(story.user); or "
        + "\(keyName(.runExchange)) signs \(query.user) in and exchanges the token."
    }
    return "Next: \(keyName(.runExchange)) signs \(query.user) in and exchanges the token."
  }

  /// An exchange was made: where it was the story's, the story is done.
  mutating func noteExchange(_ outcome: ExchangeOutcome) {
    guard isFirstStart, let story, outcome.failure == nil,
      outcome.query.source == story.direction.source,
      outcome.query.target == story.direction.target,
      outcome.query.user == story.user || outcome.after.contains(where: { !$0.roles.isEmpty })
    else { return }
    isFirstStart = false
    isStoryDone = true
    message = Message(
      kind: .done,
      text: "That is the whole story. \(keyName(.explain)) says why each step came out so")
  }

  /// What to read of the story while it goes on.
  var storyEffects: [Effect] { isFirstStart ? [.load(.story)] : [] }
}
