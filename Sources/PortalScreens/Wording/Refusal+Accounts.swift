import PortalModel

/// Refusals about whose accounts are whose.
extension Refusal {
  static func loginWasGiven(_ id: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "The login \(id) was that of an account that has been deleted.",
      why: "A login is never given again: what tokens say of it stays true of one person "
        + "\(Source.questions).",
      next: "Choose another login.")
  }

  static func primaryExists(_ number: Int, _ id: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "The person \(number) has the primary account \(id).",
      why: "A person has one primary account \(Source.accounts).",
      next: "Choose another kind, such as secondary, or leave the number of the person out.")
  }

  static func ownerNotAllowed(_ kind: AccountKind) -> Explanation {
    Explanation(
      what: "A \(kind.label) has no other account as its owner.",
      why: "Secondary and service accounts alone are somebody's \(Source.accounts).",
      next: "Leave the owner out, or choose another kind.")
  }

  static func ownerNotPrimary(_ id: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is no primary account.",
      why: "Secondary and service accounts belong to a person's primary account "
        + "\(Source.accounts).",
      next: "Name the primary account of the person.")
  }

  static func tooMany(
    _ kind: AccountKind, of owner: IdentityIdentifier, _ most: Int
  ) -> Explanation {
    Explanation(
      what: "\(owner) has \(most) of the kind \(kind.label) already.",
      why: "A person has at most \(most) of them \(Source.accounts).",
      next: "Delete one of them, or name another owner.")
  }

  static func hasAccounts(
    _ id: IdentityIdentifier, _ owned: [IdentityIdentifier]
  ) -> Explanation {
    let names = owned.count > 4 ? owned.prefix(3).map(\.text) + ["others"] : owned.map(\.text)
    return Explanation(
      what: "\(id) has \(counted(owned.count, "account")): \(listed(names)).",
      why: "They belong to a primary account and would be nobody's \(Source.invented).",
      next: "Give them to somebody else or delete them first.")
  }

  static func badORCID(_ text: String) -> Explanation {
    Explanation(
      what: "\(quoted(String(text.prefix(40)))) is no ORCID iD.",
      why: "It has four groups of four digits, the last digit being a check on the others "
        + "(ISO 7064).",
      next: "Write it as 0000-0002-1825-0097, or leave it out.")
  }
}
