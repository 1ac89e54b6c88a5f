import PortalModel

/// The cases of `Refusal`: a new one does not compile until it has a row here, and the table of
/// refusals fails until it has one there.
enum RefusalName: CaseIterable {
  case unknownApplication, unknownRole, unknownGroup, unknownIdentity, identityDisabled
  case notManager, applicationExists, identifierIsLogin, applicationNameTaken, fieldEmpty
  case fieldTooLong, badAddress, redirectURIMissing, redirectURITwice, baseURLMissing
  case registrationExists, notRegistered, publicClientHasNoSecret, lifetimeOutOfRange
  case applicationBlocked, ownsApplication, roleExists, alreadyLinked, notLinked
  case listTooLong, badListEntry, samlRegistrationExists, notSAMLRegistered
  case entityTaken, badCertificate
  case alreadyOwner, alreadyOffered, notOffered, offeredToAnother, applicationIdentityIsKept
  case ownsApplications, supervisorMissing, supervisorCycle, exchangeTowardItself
  case alreadyPending, alreadyGranted, notPending, notGranted, reasonMissing, identityExists
  case groupExists, applicationIdentityIsMade, alreadyMember, notMember, groupCycle
  case loginWasGiven, primaryExists, ownerNotAllowed, ownerNotPrimary, tooManyAccounts
  case hasAccounts, badORCID, listedMember, nobodyListed, scenarioStep, scenarioInScenario, undo

  init(of refusal: Refusal) {
    self =
      switch refusal {
      case .unknownApplication: .unknownApplication
      case .unknownRole: .unknownRole
      case .unknownGroup: .unknownGroup
      case .unknownIdentity: .unknownIdentity
      case .identityDisabled: .identityDisabled
      case .notManager: .notManager
      case .applicationExists: .applicationExists
      case .identifierIsLogin: .identifierIsLogin
      case .applicationNameTaken: .applicationNameTaken
      case .fieldEmpty: .fieldEmpty
      case .fieldTooLong: .fieldTooLong
      case .badAddress: .badAddress
      case .redirectURIMissing: .redirectURIMissing
      case .redirectURITwice: .redirectURITwice
      case .baseURLMissing: .baseURLMissing
      case .registrationExists: .registrationExists
      case .notRegistered: .notRegistered
      case .publicClientHasNoSecret: .publicClientHasNoSecret
      case .lifetimeOutOfRange: .lifetimeOutOfRange
      case .applicationBlocked: .applicationBlocked
      case .ownsApplication: .ownsApplication
      case .alreadyOwner: .alreadyOwner
      case .alreadyOffered: .alreadyOffered
      case .notOffered: .notOffered
      case .offeredToAnother: .offeredToAnother
      case .applicationIdentityIsKept: .applicationIdentityIsKept
      case .ownsApplications: .ownsApplications
      case .supervisorMissing: .supervisorMissing
      case .supervisorCycle: .supervisorCycle
      case .listTooLong: .listTooLong
      case .badListEntry: .badListEntry
      case .samlRegistrationExists: .samlRegistrationExists
      case .notSAMLRegistered: .notSAMLRegistered
      case .entityTaken: .entityTaken
      case .badCertificate: .badCertificate
      case .roleExists: .roleExists
      case .alreadyLinked: .alreadyLinked
      case .notLinked: .notLinked
      case .exchangeTowardItself: .exchangeTowardItself
      case .alreadyPending: .alreadyPending
      case .alreadyGranted: .alreadyGranted
      case .notPending: .notPending
      case .notGranted: .notGranted
      case .reasonMissing: .reasonMissing
      case .identityExists: .identityExists
      case .groupExists: .groupExists
      case .applicationIdentityIsMade: .applicationIdentityIsMade
      case .alreadyMember: .alreadyMember
      case .notMember: .notMember
      case .groupCycle: .groupCycle
      case .loginWasGiven: .loginWasGiven
      case .primaryExists: .primaryExists
      case .ownerNotAllowed: .ownerNotAllowed
      case .ownerNotPrimary: .ownerNotPrimary
      case .tooManyAccounts: .tooManyAccounts
      case .hasAccounts: .hasAccounts
      case .badORCID: .badORCID
      case .listedMember: .listedMember
      case .nobodyListed: .nobodyListed
      case .scenarioStep: .scenarioStep
      case .scenarioInScenario: .scenarioInScenario
      case .undo: .undo
      }
  }
}
