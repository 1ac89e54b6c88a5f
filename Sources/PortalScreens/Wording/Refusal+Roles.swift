import PortalModel

extension Refusal {
  static func unknownRole(
    _ role: RoleIdentifier, of application: ApplicationIdentifier
  ) -> Explanation {
    Explanation(
      what: "\(application) has no role \(quoted(role.text)).",
      why: "A role belongs to one application; others may have one of the same identifier "
        + "\(Source.roles).",
      next: "Look at the tab \"Roles\" of \(application), or let one of its managers add the role.")
  }

  static func roleExists(
    _ role: RoleIdentifier, of application: ApplicationIdentifier
  ) -> Explanation {
    Explanation(
      what: "\(application) has a role \(role) already.",
      why: "Role identifiers are unique within their application \(Source.invented).",
      next: "Choose another identifier, or edit the role that exists.")
  }

  static func alreadyLinked(_ link: RoleLink) -> Explanation {
    Explanation(
      what: "Group \(link.group) is linked to the role \(link.role) already.",
      why: "One link gives the role to all its members, nested groups included "
        + "\(Source.roles).",
      next: "Nothing is left to do; put people into \(link.group) to give them the role.")
  }

  static func notLinked(_ link: RoleLink) -> Explanation {
    Explanation(
      what: "Group \(link.group) is not linked to the role \(link.role) of \(link.application).",
      why: "Only a linked group can be taken off. A group nested in a linked one counts through "
        + "that one \(Source.roles).",
      next: "Look at \"Linked Groups\" of the role for the groups that it has.")
  }
}
