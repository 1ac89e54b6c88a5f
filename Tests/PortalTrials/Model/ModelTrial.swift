import Foundation
import PortalModel
import PortalStore
import PortalTestSupport

/// Random people do random things to a real portal and to the reference, side by side.
public struct ModelTrial {
  /// How often contents and roles are compared, in steps; outcomes are after every step.
  public var comparesEvery = 40

  /// Of 100 steps, how many take back or bring again.
  public var undoes = 25
  /// What is done to the store after a step behind everybody's back, to see that it is found out.
  public var tamper: (PortalDatabase, TrialStep) throws -> Void = { _, _ in }

  /// Makes a trial.
  public init() {}

  /// Draws a sequence of steps and tries it; what is tried next depends on what there is.
  ///
  /// - Returns: How it went, with the shortest sequence that still fails where one does.
  public func run(seed: UInt64, steps count: Int) throws -> ModelTrialResult {
    var result = ModelTrialResult(seed: seed)
    var generator = CommandGenerator(seed: seed)
    let reference = ReferencePortal()
    try TrialHome.with { home in
      let store = try PortalDatabase.open(home)
      defer { store.close() }
      for number in 0..<count {
        let step =
          number == 0 ? TrialStep.start : generator.next(for: reference.facts, undoes: undoes)
        result.steps.append(step)
        do {
          let outcome = try perform(step, number, store, reference)
          if outcome == .accepted { result.accepted += 1 }
          if number % comparesEvery == 0 || number == count - 1 {
            try compare(store, reference, step: number)
          }
        } catch let disagreement as Disagreement {
          result.disagreement = disagreement
          return
        }
      }
    }
    if result.disagreement != nil {
      result.steps = try Shrinking.shortest(of: result.steps) {
        try disagreement(on: $0, comparing: false) != nil
      }
      result.disagreement = try disagreement(on: result.steps)
    }
    return result
  }

  /// Tries given steps from an empty portal.
  ///
  /// - Parameter comparing: Whether contents and roles are compared after each step; else after the
  ///   last one only.
  public func disagreement(
    on steps: [TrialStep], comparing: Bool = true
  ) throws -> Disagreement? {
    try TrialHome.with { home in
      let store = try PortalDatabase.open(home)
      defer { store.close() }
      let reference = ReferencePortal()
      do {
        for (number, step) in steps.enumerated() {
          _ = try perform(step, number, store, reference)
          if comparing || number == steps.count - 1 {
            try compare(store, reference, step: number)
          }
        }
        return nil
      } catch let disagreement as Disagreement {
        return disagreement
      }
    }
  }

  private func perform(
    _ step: TrialStep, _ number: Int, _ store: PortalDatabase, _ reference: ReferencePortal
  ) throws -> TrialOutcome {
    let found: TrialOutcome
    do {
      found = try store.perform(step, number: number).comparable
      try tamper(store, step)
    } catch {
      throw Disagreement.failure(step: number, "\(error)")
    }
    let expected = try reference.perform(step, number: number)
    let isAlsoRight = reference.isRuleAlsoRight && found == .refusedUndo("breaksRule")
    guard found == expected || isAlsoRight else {
      throw Disagreement.outcome(step: number, store: found, reference: expected)
    }
    return found
  }

  private func compare(
    _ store: PortalDatabase, _ reference: ReferencePortal, step: Int
  ) throws {
    let found = try store.snapshot().withoutSecretTexts
    let expected = reference.facts.contents.withoutSecretTexts
    if found != expected {
      throw Disagreement.contents(step: step, kind: found.difference(from: expected))
    }
    for signIn in [
      SignIn(level: .cern, multifactor: true), SignIn(level: .guest, multifactor: false),
    ] {
      let given = try store.rolesGiven(signedIn: signIn, in: found)
      let difference = given.symmetricDifference(expected.rolesGiven(signedIn: signIn))
      if !difference.isEmpty { throw Disagreement.roles(step: step, difference: difference) }
    }
  }
}

/// How a sequence went.
public struct ModelTrialResult {
  /// What it was drawn from.
  public var seed: UInt64
  /// What was tried; after a disagreement, the shortest sequence that still shows it.
  public var steps: [TrialStep] = []
  /// How many steps were accepted by both.
  public var accepted = 0
  /// Where store and reference part; `nil` where they agree.
  public var disagreement: Disagreement?
}

extension PortalDatabase {
  /// Who is given which roles, as the rules find on the store's facts.
  func rolesGiven(signedIn signIn: SignIn, in contents: PortalContents) throws -> Set<GivenRole> {
    try read { facts in
      var given: Set<GivenRole> = []
      for identity in contents.identities {
        for application in contents.applications {
          let findings = try PortalModel.roleFindings(
            of: identity.id, signedIn: signIn, in: application.id, facts: facts)
          for finding in findings where finding.isGiven {
            given.insert(
              GivenRole(identity: identity.id, application: application.id, role: finding.role))
          }
        }
      }
      return given
    }
  }
}

extension PortalContents {
  /// Which part differs first.
  func difference(from other: PortalContents) -> String {
    if identities != other.identities { return "identities" }
    if formerLogins != other.formerLogins { return "former logins" }
    if groups != other.groups { return "groups" }
    if memberships != other.memberships { return "memberships" }
    if applications != other.applications { return "applications" }
    if ownershipOffers != other.ownershipOffers { return "offers of ownership" }
    if registrations != other.registrations { return "registrations" }
    if samlRegistrations != other.samlRegistrations { return "SAML registrations" }
    if roles != other.roles { return "roles" }
    if roleLinks != other.roleLinks { return "role links" }
    if permissions != other.permissions { return "permissions" }
    return "secrets"
  }
}
