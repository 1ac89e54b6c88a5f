import PortalModel

/// What the world outside is asked to do. A value: the reducer decides, the runner does.
public enum Effect: Hashable, Sendable {
  /// Reads something; it comes back as ``Action/loaded(_:)``.
  case load(Load)
  /// Gives a command as somebody; it comes back as ``Action/performed(_:as:outcome:)``.
  case perform(PortalCommand, as: IdentityIdentifier)
  /// Gives several commands one after the other, stopping at the first refusal.
  case performAll([Repair.Step])
  /// Goes back or forward as somebody; it comes back as ``Action/rewound(_:outcome:)``.
  case rewind(Rewind, as: IdentityIdentifier)
  /// Runs an exchange; it comes back as ``Action/exchanged(_:generation:)``.
  case exchange(ExchangeQuery, generation: Int)
  /// Starts the token endpoint or stops it, and where it is to listen where the issuer's port is taken; it
  /// comes back as ``Action/served(_:)``.
  case serve(Bool, elsewhere: Int?)
  /// Puts a text on the terminal's clipboard.
  case copy(String)
  /// Takes the mouse, or gives it back to the terminal.
  case mouse(Bool)
  /// Changes how roles look, to a theme by its name.
  case theme(String)
  /// Ends what is under way, where that can be.
  case cancel
  /// Leaves the program.
  case quit
}

/// What can be read.
public enum Load: Hashable, Sendable {
  /// A window of the list of applications. Answers to older generations are dropped.
  case applications(ApplicationQuery, generation: Int)
  /// An application's page.
  case application(ApplicationIdentifier)
  /// An application's permissions.
  case permissions(ApplicationIdentifier)
  /// One direction's rounds.
  case history(ExchangeDirection)
  /// A person's requests.
  case requests(IdentityIdentifier)
  /// How many requests wait for a person.
  case waiting(IdentityIdentifier)
  /// Whether a person manages an application.
  case managing(ApplicationIdentifier, by: IdentityIdentifier)
  /// A picker's rows. Answers to older generations are dropped.
  case pick(PickerQuery, generation: Int)
  /// Whether a form's text is free. Answers to older generations are dropped.
  case collision(UniqueText, generation: Int)
  /// One identity, and what for.
  case identity(IdentityIdentifier, IdentityPurpose)
  /// Something of people and groups.
  case people(PeopleLoad)
  /// Something of the map.
  case map(MapLoad)
  /// Part of who has a role. Answers to older generations are dropped.
  case holders(HolderQuery, generation: Int)
  /// What a command would take with it, for the question before it.
  case preview(PortalCommand, by: IdentityIdentifier)
  /// What would become of a request, for the dialog before it.
  case outlook(ExchangeDirection, by: IdentityIdentifier)
  /// A request with its surroundings, and what for.
  case request(ExchangeDirection, RequestPurpose)
  /// A stretch of 7 Activity. Answers to older generations are dropped.
  case activity(ActivityQuery, generation: Int)
  /// What a row's entry wrote.
  case entryChanges(ActivityRow, Int64)
  /// What a return to an entry would rewind.
  case returnPreview(Int64)
  /// A service provider's metadata. Answers to older generations are dropped.
  case metadata(MetadataSource, generation: Int)
  /// How far the story has come.
  case story
  /// A client's secret, and who wants to see it.
  case secret(ApplicationIdentifier, by: IdentityIdentifier)
}

/// What was read.
public enum Loaded: Hashable, Sendable {
  /// A window of the list of applications.
  case applications(ApplicationPage, ApplicationQuery, generation: Int)
  /// An application's page; `nil` where it is gone.
  case application(ApplicationIdentifier, ApplicationDetail?)
  /// An application's permissions.
  case permissions(ApplicationIdentifier, PermissionLists)
  /// One direction's rounds.
  case history(ExchangeDirection, [ExchangePermission])
  /// A person's requests.
  case requests(IdentityIdentifier, RequestLists)
  /// How many requests wait for a person.
  case waiting(IdentityIdentifier, Int)
  /// Whether a person manages an application.
  case managing(ApplicationIdentifier, by: IdentityIdentifier, Bool)
  /// A picker's rows.
  case pick([PickerRow], generation: Int)
  /// What stands in the way of a form's text; `nil` where it is free.
  case collision(UniqueText, Refusal?, generation: Int)
  /// One identity; `nil` where it is gone.
  case identity(IdentityIdentifier, Identity?, IdentityPurpose)
  /// Something of people and groups.
  case people(PeopleLoaded)
  /// Something of the map.
  case map(MapLoaded)
  /// Part of who has a role.
  case holders(HolderPart, HolderQuery, generation: Int)
  /// What a command would take with it.
  case preview(PortalCommand, Consequences)
  /// What would become of a request.
  case outlook(ExchangeDirection, RequestOutlook)
  /// A request with its surroundings; `nil` where it is gone.
  case request(RequestDetail?, RequestPurpose)
  /// A stretch of 7 Activity.
  case activity(ActivityPage, ActivityQuery, generation: Int)
  /// What a row's entry wrote.
  case entryChanges(ActivityRow, EntryChanges)
  /// What a return to an entry would rewind.
  case returnPreview(Int64, ReturnPreview)
  /// A service provider's metadata.
  case metadata(MetadataReading, generation: Int)
  /// How far the story has come; `nil` where the portal has none.
  case story(StoryProgress?)
  /// A client's secret.
  case secret(ApplicationIdentifier, String?)
}

/// What an identity is read for.
public enum IdentityPurpose: Hashable, Sendable {
  /// To act as.
  case actAs
  /// To sign in for an exchange.
  case exchange
}
