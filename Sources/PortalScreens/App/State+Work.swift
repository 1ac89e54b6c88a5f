import PortalModel
import TerminalKit

/// Something that takes longer than a moment.
public struct Work: Hashable, Encodable, Sendable {
  /// What is done, as in "Reading the list".
  public var what: String
  /// For how long by now, in milliseconds.
  public var milliseconds: Int
  /// Somebody has asked for its end.
  public var isBeingCancelled: Bool

  /// Makes a piece of work.
  public init(what: String, milliseconds: Int, isBeingCancelled: Bool = false) {
    self.what = what
    self.milliseconds = milliseconds
    self.isBeingCancelled = isBeingCancelled
  }

  /// From here on its progress is shown, and it can be cancelled (screens.md: half a second).
  public static let long = 500

  /// Whether it takes so long that somebody may not want to wait for it.
  public var isLong: Bool { milliseconds >= Self.long }

  /// What the message row says of it.
  var sentence: String {
    if isBeingCancelled { return "\(what): being cancelled…" }
    guard isLong else { return "\(what)…" }
    let tenths = milliseconds / 100
    return "\(what), \(tenths / 10).\(tenths % 10) s; \(Key.escape.name) cancels"
  }
}

extension State {
  /// Takes over what is under way; `nil` where nothing is.
  public mutating func note(work: Work?) { self.work = work }

  /// Whether a key asks for the end of what takes long.
  func cancelsWork(_ key: Key) -> Bool {
    key == .escape && work?.isLong == true && work?.isBeingCancelled == false
  }

  mutating func cancelWork() -> [Effect] {
    work?.isBeingCancelled = true
    return [.cancel]
  }

  /// What was waited for does not come any more.
  mutating func cancelled(_ what: String) {
    message = Message(kind: .note, text: "\(what): cancelled; nothing was changed")
    update { screen in
      switch screen {
      case .applications(var page):
        page.window.isLoading = false
        page.isOpening = false
        screen = .applications(page)
      case .exchange(var page):
        page.isRunning = false
        page.generation += 1
        screen = .exchange(page)
      case .holders(var page):
        page.isStopped = true
        screen = .holders(page)
      case .map(var page):
        page.isLoading = false
        screen = .map(page)
      case .activity(var page):
        page.window.isLoading = false
        screen = .activity(page)
      case .application, .linkedGroups, .permissions, .requests, .people, .person, .group, .tokens:
        return
      }
    }
    if case .picker(var picker) = dialogs.last {
      picker.isChoosing = false
      dialogs[dialogs.count - 1] = .picker(picker)
    }
    if endpoint == .changing { endpoint = .stopped }
  }
}

extension Effect {
  /// What it does, for whoever waits for it.
  public var doing: String {
    switch self {
    case .load(let load): load.doing
    case .perform, .performAll: "Changing the portal"
    case .rewind: "Going back in the portal"
    case .exchange: "Exchanging the token"
    case .serve: "Starting or stopping the endpoint"
    case .copy, .mouse, .theme, .cancel, .quit: "Working"
    }
  }

  /// Whether its answer is needed even where somebody waits for it no longer: it may have changed
  /// something all the same.
  public var changesPortal: Bool {
    switch self {
    case .perform, .performAll, .rewind, .serve: true
    case .load, .exchange, .copy, .mouse, .theme, .cancel, .quit: false
    }
  }
}

extension Load {
  fileprivate var doing: String {
    switch self {
    case .applications: "Reading the applications"
    case .application, .permissions, .managing, .secret, .story: "Reading the application"
    case .history, .requests, .waiting, .request, .outlook: "Reading the requests"
    case .pick: "Searching"
    case .collision: "Looking whether the text is free"
    case .identity, .people: "Reading people and groups"
    case .map: "Reading the map"
    case .holders: "Looking who has the role"
    case .preview, .returnPreview: "Working out what would change"
    case .activity, .entryChanges: "Reading what happened"
    case .metadata: "Reading the metadata"
    }
  }
}
