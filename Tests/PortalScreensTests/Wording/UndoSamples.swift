@testable import PortalModel

extension Samples {
  static let entry = EntryReference(
    id: 12, at: now, identity: bob, command: .approveExchange(direction))
  static let request = EntryReference(
    id: 11, at: now, identity: alice, command: .requestExchange(direction, justification: ""))
  static let load = EntryReference(
    id: 9, at: now, identity: alice,
    command: .loadScenario(ScenarioScript(name: "empty", steps: [])))
  static let returned = EntryReference(id: 13, at: now, identity: alice, command: nil)

  static let violations: [InvariantViolation] = [
    .groupCycle([users, staff, users]), .ownerMissing(back, bob),
    .administratorsMissing(back, users), .ownIdentityMissing(back),
    .nameTaken("Back", by: front), .identifierIsLogin(back), .applicationMissing(back),
    .registrationMissing(round(.granted), of: back), .liveRoundNotNewest(round(.granted)),
    .roleMissing(link), .groupMissing(users), .memberMissing(jdoe, users),
    .supervisorMissing(jdoe, bob), .supervisorCycle([bob, alice, bob]), .ownerDisabled(back, bob),
    .offeredToOwner(back, bob),
    .redirectURITwice(back, RedirectURI(trusted: "https://b.example/*")),
    .entityTaken("urn:back", by: front), .accountOwner(jdoe, bob),
    .tooManyAccounts(.secondary, of: bob), .primaryTwice(7, bob), .loginGivenAgain(jdoe),
  ]

  static let undoRefusals: [UndoRefusal] =
    [
      .nothingToUndo(alice), .nothingToRedo(alice), .unknownEntry(99), .noChange(returned),
      .alreadyUndone(entry, by: 14), .scenarioBetween(nil, load: load),
      .scenarioBetween(request, load: load), .scenarioBetween(nil, load: returned),
      .changedSinceReturn(returned, since: entry),
      .laterChanges(of: request, LaterEntries(named: [entry], count: 1), violation: nil),
      .laterChanges(
        of: request, LaterEntries(named: [returned, entry, entry, entry], count: 1000),
        violation: .ownerMissing(back, bob)),
      .earlierUndone(of: entry, LaterEntries(named: [request], count: 1)),
      .earlierUndone(of: entry, LaterEntries(named: [request, request], count: 2)),
      .barred(entry, by: LaterEntries(named: [request], count: 1), violation: nil),
      .barred(
        entry, by: LaterEntries(named: [request, request], count: 2),
        violation: .ownerMissing(back, bob)),
      .conflict(entry), .alreadyThere(entry),
    ] + violations.map { .breaksRule(entry, $0) }
}
