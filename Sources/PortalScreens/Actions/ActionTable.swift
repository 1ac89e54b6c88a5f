import TerminalKit

/// Where keys mean something of their own.
public enum ActionContext: String, CaseIterable, Encodable, Sendable {
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
  /// 3 People.
  case people
  /// A person's page, whatever the tab.
  case person
  /// Its tab "Account".
  case personAccount
  /// Its tab "Groups".
  case personGroups
  /// Its tab "Applications owned".
  case personApplications
  /// Its tab "Roles".
  case personRoles
  /// A group's page, whatever the tab.
  case group
  /// Its tab "Members".
  case groupMembers
  /// Its tab "Roles it gives".
  case groupRoles
  /// Its tab "In groups".
  case groupAbove
  /// Its tab "Group details".
  case groupDetails
  /// 4 Exchange.
  case exchange
  /// Who has a role, and who just misses it.
  case holders
  /// 5 Map.
  case map
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
    case .people: "3 People"
    case .person: "Person"
    case .personAccount: "Person: Account"
    case .personGroups: "Person: Groups"
    case .personApplications: "Person: Applications owned"
    case .personRoles: "Person: Roles"
    case .group: "Group"
    case .groupMembers: "Group: Members"
    case .groupRoles: "Group: Roles it gives"
    case .groupAbove: "Group: In groups"
    case .groupDetails: "Group details"
    case .exchange: "4 Exchange"
    case .map: "5 Map"
    case .holders: "Who has a role"
    case .tokens: "Tokens"
    case .activity: "7 Activity"
    }
  }
}

/// Everything that a key can start outside of dialogs. Footer, help and documentation come from
/// this table alone.
public enum ActionID: String, CaseIterable, Encodable, Sendable {
  case open, newApplication, filter, filterWay, sort, categoryFilter, scope
  case previousTab, nextTab, deleteApplication
  case permissions, addRegistration, otherProvider, showSecret, regenerateSecret, deleteRegistration
  case addRole, editRole, deleteRole, linkedGroups, linkGroup, unlinkGroup
  case otherPane, requestExchange, grantExchange, approve, reject, revoke, withdraw, history
  case newPerson, enableIdentity, signInAs, openRoles
  case mapLeft, mapRight, mapMode, findSource, findTarget, mail, requestDetails
  case requestHistory, bridge, exchangeBridge
  case roleHolders, holdersFilter, holdersOfPerson, holdersOfGroup, holdersStop
  case editApplication, transferApplication, acceptOwnership, declineOwnership, withdrawOwnership
  case blockApplication, editRegistration, advanced
  case editIdentity, deleteIdentity, departIdentity, editGroup, deleteGroup
  case joinGroup, leaveGroup, addMember, nestGroup, removeMember
  case runExchange, changeField, nextField, previousField
  case tokens, rawReply, explain, curl, fix, nextToken
  case applicationsSection, requestsSection, peopleSection, exchangeSection, mapSection
  case explainRow, undoRow, returnToRow, kindFilter, applicationFilter, personFilter, allActivity
  case activitySection, undo, redo
  case actAs, endpoint, help, commands, back, theme, mouse, nextStep, quit, repair, copy
  case up, down, pageUp, pageDown, first, last
}

/// One row of the table: what an action is called, where it works and which keys start it.
public struct ActionSpec: Hashable, Encodable, Sendable {
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
    lists + application + ownership + permission + requests + people + map + exchange + activity
    + global + moves

  /// The row of an action.
  public static func row(of id: ActionID) -> ActionSpec? { byID[id] }

  /// The rows that hold in some contexts, those of the earlier contexts first.
  public static func rows(in contexts: [ActionContext]) -> [ActionSpec] {
    contexts.flatMap { context in table.filter { $0.contexts.contains(context) } }
  }

  private static let byID = Dictionary(uniqueKeysWithValues: table.map { ($0.id, $0) })
}
