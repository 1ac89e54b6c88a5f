import TerminalKit

/// Where keys mean something of their own.
public enum ActionContext: String, CaseIterable, Sendable {
  /// On every screen, outside of dialogs.
  case everywhere
  /// 1 Applications.
  case applications
  /// An application's page, whatever the tab.
  case application
  /// Its tab "Application details".
  case details
  /// Its tab "SSO Registration".
  case registration
  /// Its tab "Roles".
  case roles
  /// Its tab "Group memberships".
  case memberships
  /// "Linked Groups" of a role.
  case linkedGroups
  /// "Token exchange permissions".
  case permissions
  /// 2 Requests.
  case requests
  /// 4 Exchange.
  case exchange
  /// The token view of 4 Exchange.
  case tokens
  /// 7 Activity.
  case activity

  /// The heading of the context in help and documentation.
  public var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .applications: "1 Applications"
    case .application: "Application"
    case .details: "Application details"
    case .registration: "SSO Registration"
    case .roles: "Roles"
    case .memberships: "Group memberships"
    case .linkedGroups: "Linked Groups"
    case .permissions: "Token exchange permissions"
    case .requests: "2 Requests"
    case .exchange: "4 Exchange"
    case .tokens: "Tokens"
    case .activity: "7 Activity"
    }
  }
}

/// Everything that a key can start outside of dialogs. Footer, help and documentation come from
/// this table alone.
public enum ActionID: String, CaseIterable, Sendable {
  case open, newApplication, filter, sort, scope
  case previousTab, nextTab, deleteApplication
  case permissions, addRegistration, showSecret, regenerateSecret, deleteRegistration
  case addRole, editRole, deleteRole, linkedGroups, linkGroup, unlinkGroup
  case otherPane, requestExchange, grantExchange, approve, reject, revoke, withdraw, history
  case runExchange, changeField, nextField, previousField
  case tokens, rawReply, explain, curl, fix, nextToken
  case explainRow, undoRow, returnToRow, kindFilter, applicationFilter, personFilter, allActivity
  case applicationsSection, requestsSection, exchangeSection, activitySection
  case undo, redo
  case actAs, endpoint, help, commands, back, theme, mouse, nextStep, quit
  case up, down, pageUp, pageDown, first, last
}

/// One row of the table: what an action is called, where it works and which keys start it.
public struct ActionSpec: Hashable, Sendable {
  /// The action.
  public var id: ActionID
  /// Where its keys work.
  public var contexts: [ActionContext]
  /// The keys; the first is the one shown.
  public var keys: [Key]
  /// The one or two words in the footer.
  public var label: String
  /// The sentence in help and documentation.
  public var summary: String
  /// Which hints stay when the footer is too narrow: the higher the longer. 0 is never in the
  /// footer.
  public var priority: Int

  init(
    _ id: ActionID, _ contexts: [ActionContext], _ keys: [Key], _ label: String,
    _ summary: String, priority: Int = 5
  ) {
    self.id = id
    self.contexts = contexts
    self.keys = keys
    self.label = label
    self.summary = summary
    self.priority = priority
  }
}

extension ActionSpec {
  /// The whole table, in the order in which footers and help list it.
  public static let table: [ActionSpec] =
    lists + application + permission + exchange + activity + global + moves

  /// The row of an action.
  public static func row(of id: ActionID) -> ActionSpec? { byID[id] }

  /// The rows that hold in some contexts, those of the earlier contexts first.
  public static func rows(in contexts: [ActionContext]) -> [ActionSpec] {
    contexts.flatMap { context in table.filter { $0.contexts.contains(context) } }
  }

  private static let byID = Dictionary(uniqueKeysWithValues: table.map { ($0.id, $0) })
}
