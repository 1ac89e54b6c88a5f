import PortalModel
import TerminalKit

/// The sections of row 2. Numbers of sections to come keep their places.
public enum Section: Int, CaseIterable, Encodable, Sendable {
  /// 1 Applications.
  case applications = 1
  /// 2 Requests.
  case requests = 2
  /// 3 People.
  case people = 3
  /// 4 Exchange.
  case exchange = 4
  /// 5 Map.
  case map = 5
  /// 7 Activity.
  case activity = 7

  var title: String {
    switch self {
    case .applications: "Applications"
    case .requests: "Requests"
    case .people: "People"
    case .exchange: "Exchange"
    case .map: "Map"
    case .activity: "Activity"
    }
  }
}

/// Whom one acts as, and how that person signed in.
public struct Acting: Hashable, Encodable, Sendable {
  /// The identity.
  public var identity: Identity
  /// How it signed in.
  public var signIn: SignIn

  /// Makes an acting person, signed in as the account does by default.
  public init(identity: Identity, signIn: SignIn? = nil) {
    self.identity = identity
    self.signIn = signIn ?? identity.defaultSignIn
  }

  var id: IdentityIdentifier { identity.id }
}

/// One place that can be looked at.
enum Screen: Hashable, Encodable, Sendable {
  case applications(ApplicationsScreen)
  case application(ApplicationScreen)
  case linkedGroups(LinkedGroupsScreen)
  case permissions(PermissionsScreen)
  case requests(RequestsScreen)
  case people(PeopleScreen)
  case person(PersonScreen)
  case group(GroupScreen)
  case map(MapScreen)
  case holders(HoldersScreen)
  case exchange(ExchangeScreen)
  case tokens(TokensScreen)
  case activity(ActivityScreen)
}

/// What stands in front of the screens and takes all keys.
enum Dialog: Hashable, Encodable, Sendable {
  case form(FormDialog)
  case picker(PickerDialog)
  case prompt(PromptDialog)
  case confirm(ConfirmDialog)
  case signIn(SignInDialog)
  case text(TextDialog)
  case fix(FixDialog)
  case actions(ActionsDialog)
}

/// The last result, a refusal, or nothing: the last row but one.
struct Message: Hashable, Encodable, Sendable {
  enum Kind: Hashable, Encodable, Sendable { case done, refused, note }
  var kind: Kind
  var text: String
  /// The whole explanation of a refusal, for `?`-like reading with ⏎ in small terminals.
  var explanation: Explanation?
  /// The action that takes it back, shown at the end of the row.
  var hint: ActionID?
  /// Only its row is shown: somebody has moved on in what it would cover.
  var isFolded = false
}

/// Everything that the screens know. Changed by ``reduce(_:_:_:)`` only, drawn by ``render(_:now:)``.
public struct State: Hashable, Encodable, Sendable {
  /// The size of the terminal.
  public internal(set) var size: Size
  /// Whom one acts as.
  public internal(set) var acting: Acting
  /// Which signs are drawn.
  public var glyphs: Glyphs
  /// Which keys start what.
  public var keymap = Keymap()
  var section: Section = .applications
  var stacks: [Section: [Screen]] = [:]
  var dialogs: [Dialog] = []
  var message: Message?
  /// When what is being reduced came.
  var now = Instant(milliseconds: 0)
  /// What takes longer than a moment just now.
  public internal(set) var work: Work?
  /// Whose permission was asked for or given last, until 4 Exchange has taken it over.
  var permitted: ExchangeDirection?
  /// It was said that leaving now loses what was typed.
  var isWarned = false
  /// As whom else the last repair was made: undoing it is theirs.
  var repairers: [IdentityIdentifier] = []
  /// What is known of whether who acts manages the application in view.
  var managing: Managing?
  /// What was decided meanwhile on what somebody asked for, to be said when they act again.
  var news: [IdentityIdentifier: String] = [:]
  /// The last refusal, for what can be done about it.
  var refused: Refused?
  var waiting = 0
  /// What somebody else has just changed.
  var marks = Marks()
  /// What is read now is read because somebody else changed something.
  var isSeenChange = false
  var endpoint: EndpointState = .stopped
  /// Where clients of this home post for tokens, whether anybody answers there or not; `nil` where that is
  /// not known.
  public var tokenEndpoint: String?
  /// Where the endpoint listens where the issuer's port is taken, once somebody has chosen so.
  var otherPort: Int?
  /// Whether the mouse is the screens', not the terminal's.
  public var mouse = true
  /// The name of the theme; empty until somebody changes it here.
  public var theme = ""
  /// Counts searches and exchanges, so that answers to older ones are dropped.
  var generation = 0
  /// Effects that are under way: the program is idle when there are none.
  public internal(set) var isQuitting = false
  /// The next step of the story is shown, until it is done or dismissed.
  var isFirstStart: Bool
  /// Somebody has come to the story's end, or dismissed it.
  var isStoryDone = false
  /// How far the story has come; `nil` while that is not known, and where there is none.
  var story: StoryProgress?

  /// Makes the state at the start: the list of applications, not read yet.
  public init(
    size: Size, acting: Acting, glyphs: Glyphs = .unicode, isFirstStart: Bool = false
  ) {
    self.size = size
    self.acting = acting
    self.glyphs = glyphs
    self.isFirstStart = isFirstStart
    stacks = [
      .applications: [.applications(ApplicationsScreen())],
      .requests: [.requests(RequestsScreen())],
      .people: [.people(PeopleScreen())],
      .map: [.map(MapScreen())],
      .exchange: [.exchange(ExchangeScreen())],
      .activity: [.activity(ActivityScreen())],
    ]
  }

  /// The screen in view.
  var screen: Screen {
    get { stacks[section]?.last ?? .applications(ApplicationsScreen()) }
    set {
      var stack = stacks[section] ?? []
      if stack.isEmpty { stack = [newValue] } else { stack[stack.count - 1] = newValue }
      stacks[section] = stack
    }
  }

  /// The room between the two rules.
  var body: Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: max(0, size.rows - 6))
  }

  /// What screens may know of the rest.
  var context: ScreenContext {
    ScreenContext(
      acting: acting, body: body, glyphs: glyphs, marks: marks, tokenEndpoint: tokenEndpoint,
      isFirstStart: isFirstStart, now: now)
  }
}

/// What a screen may know of the rest while it reduces a key or draws itself.
struct ScreenContext: Hashable, Sendable {
  var acting: Acting
  var body: Rect
  var glyphs: Glyphs
  var marks = Marks()
  var tokenEndpoint: String?
  /// The story of the first start goes on.
  var isFirstStart = false
  /// When that is.
  var now: Instant
}

/// What a screen or dialog asks of the root.
enum Step: Hashable, Sendable {
  /// The world outside is asked to do something.
  case effect(Effect)
  /// Go deeper.
  case push(Screen)
  /// Go back.
  case pop
  /// Open a dialog.
  case open(Dialog)
  /// Close the uppermost dialog.
  case close
  /// Put something into the message row.
  case say(Message)
  /// Another person acts from now on.
  case act(Acting)
  /// Take what was picked or typed to where it was asked for.
  case deliver(Delivery)
  /// Leave the program.
  case quit

  static func load(_ load: Load) -> Step { .effect(.load(load)) }
  static func note(_ text: String) -> Step { .say(Message(kind: .note, text: text)) }
}

/// What a dialog was opened for and now brings.
enum Delivery: Hashable, Sendable {
  /// A picker's row, for a purpose.
  case picked(PickerRow, PickerPurpose)
  /// A prompt's text, for a purpose.
  case typed(String, PromptPurpose)
  /// A way of signing in for the exchange.
  case signIn(SignIn)
  /// The steps of a repair are to be carried out.
  case repair(Repair)
  /// What was typed may be lost; where something can be done about a refusal is next.
  case left(for: Remedy)
  /// The endpoint is to listen on another port than the issuer's.
  case elsewhere(Int)
  /// What can be done about a refusal is to be done.
  case remedy(Remedy)
  /// Take the person to where a repair is made.
  case goTo(Repair)
}
