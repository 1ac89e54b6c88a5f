import PortalModel
import TerminalKit

extension RequestDetail {
  /// Requester, justification, what the source could do, and the roles that its users would get.
  func detailLines(now: Instant, glyphs: Glyphs) -> [StyledLine] {
    let (from, to) = (permission.direction.source, permission.direction.target)
    var lines: [StyledLine] = [
      permission.state.badge(glyphs) + StyledLine("  \(permission.history(now: now))"),
      StyledLine(),
      labelled("Requester", person(requester, permission.openedBy)),
      labelled("Asks for", "\(from) (\(source.name)), owned by \(source.owner)"),
      labelled(
        "Justification", permission.justification.isEmpty ? "none given" : permission.justification),
    ]
    if !permission.reason.isEmpty { lines.append(labelled("Reason", permission.reason)) }
    if earlierRounds > 0 {
      lines.append(
        labelled(
          "Before",
          "\(counted(earlierRounds, "earlier round")); \(keyName(.requestHistory)) shows them"))
    }
    lines.append(labelled("Decides", Managers(of: target).label))
    lines += [StyledLine(), StyledLine("What \(from) could do", .heading)]
    lines += sourceWords.map { StyledLine("  " + $0) }
    lines += [
      StyledLine(), StyledLine("Roles of \(to) that its users would get", .heading),
    ]
    lines += roleLines
    return lines
  }

  private var sourceWords: [String] {
    let (from, to) = (permission.direction.source, permission.direction.target)
    var words = [
      "Exchange a token of any user who signs in to \(from) for a token of \(to),",
      "and act toward \(to) as that user until the token expires.",
    ]
    switch sourceRegistration?.kind {
    case nil: words.append("It has no registration now, so it can do nothing yet.")
    case .public: words.append("It is a public client: whoever holds its user's token can do it.")
    case .confidential, .confidentialWithClientCredentials:
      words.append("It is a confidential client: it must prove itself with its secret each time.")
    }
    if source.blocked {
      words.append("It is blocked now, so it can do nothing until that is lifted.")
    }
    return words + ["It cannot give its users any role of \(to), and its own roles stay behind."]
  }

  private var roleLines: [StyledLine] {
    guard !targetRoles.isEmpty else {
      return [StyledLine("  none: \(target.id) has no roles", .dim)]
    }
    return targetRoles.map { detail in
      let role = detail.role
      let who =
        role.appliesToAll
        ? "everybody"
        : detail.groups.isEmpty
          ? "nobody: no group is linked"
          : "members of \(listed(detail.groups.map(\.id.text)))"
      var needs = role.minimumLevel == .any ? [] : ["from level \(role.minimumLevel.shortLabel)"]
      if role.multifactor { needs.append("with the second factor") }
      return StyledLine([
        ("  \(role.id)  ", .plain),
        (([who] + needs).joined(separator: ", "), .dim),
      ])
    }
  }

  private func labelled(_ label: String, _ value: String) -> StyledLine {
    StyledLine([(TerminalText.padded(label, to: 15), .label), (value, .plain)])
  }

  private func person(_ identity: Identity?, _ id: IdentityIdentifier) -> String {
    identity.map { "\($0.id) (\($0.displayName))" } ?? "\(id), who is gone"
  }
}

extension RequestDetail {
  /// The e-mail that would have been sent: to whoever decides while it waits, to the requester once
  /// it is decided (as CERN's older account portal did, portal.md §4; its words are invented).
  func mailLines(now: Instant) -> [StyledLine] {
    let (from, to) = (permission.direction.source, permission.direction.target)
    let isPending = permission.state == .pending
    let recipient = isPending ? (decider, target.owner) : (requester, permission.openedBy)
    let subject =
      isPending
      ? "\(permission.openedBy) requests a token exchange permission: \(from) to \(to)"
      : "Your token exchange permission \(from) to \(to): \(permission.state.label)"
    var lines = [
      header("From", "Application Portal <noreply@cern.ch>"),
      header("To", address(recipient.0, recipient.1)),
    ]
    if isPending, let group = target.administrators {
      lines.append(header("Cc", "members of \(group)"))
    }
    lines += [
      header("Date", "\((permission.decidedAt ?? permission.openedAt).dateAndTime) UTC"),
      header("Subject", subject), StyledLine(),
      StyledLine("Dear \(recipient.0?.displayName ?? recipient.1.text),"), StyledLine(),
    ]
    lines += body(from, to).map { StyledLine($0) }
    return lines + [
      StyledLine(), StyledLine("The Application Portal"), StyledLine(),
      StyledLine("Nothing was sent: no mail leaves this program.", .dim),
    ]
  }

  private func body(_ from: ApplicationIdentifier, _ to: ApplicationIdentifier) -> [String] {
    let by = permission.decidedBy.map { " by \($0)" } ?? ""
    let reason = permission.reason.isEmpty ? [] : ["", "Reason: \(permission.reason)"]
    switch permission.state {
    case .pending:
      return [
        "\(permission.openedBy) asks that \(from) may exchange its users' tokens for tokens of \(to).",
        permission.justification.isEmpty
          ? "No justification was given." : "Justification: \(permission.justification)",
        "",
        "As owner or administrator of \(to) you can approve or reject it under Requests.",
      ]
    case .granted:
      return ["\(from) may now exchange its users' tokens for tokens of \(to). Granted\(by)."]
    case .rejected:
      return ["Your request that \(from) may exchange tokens for \(to) was rejected\(by)."] + reason
    case .withdrawn:
      return ["The request that \(from) may exchange tokens for \(to) was withdrawn\(by)."]
    case .revoked:
      return [
        "\(from) may no longer exchange tokens for \(to): the permission was revoked\(by).",
        "Tokens exchanged before stay valid until they expire.",
      ] + reason
    }
  }

  private func header(_ label: String, _ value: String) -> StyledLine {
    StyledLine([(TerminalText.padded("\(label):", to: 9), .label), (value, .plain)])
  }

  private func address(_ identity: Identity?, _ id: IdentityIdentifier) -> String {
    guard let identity else { return "\(id), who is gone" }
    return identity.email.isEmpty
      ? "\(identity.displayName), who has no address"
      : "\(identity.displayName) <\(identity.email)>"
  }
}

extension State {
  /// Shows what was read of a request.
  mutating func take(
    _ detail: RequestDetail?, _ purpose: RequestPurpose, now: Instant
  ) -> [Effect] {
    guard let detail else {
      message = Message(
        kind: .refused, text: "The request is gone: one of its applications was deleted")
      return []
    }
    let direction = detail.permission.direction
    let title = "\(direction.source) \(glyphs.arrow) \(direction.target)"
    let lines: [StyledLine]
    switch purpose {
    case .details: lines = detail.detailLines(now: now, glyphs: glyphs)
    case .mail: lines = detail.mailLines(now: now)
    }
    return apply([.open(.text(TextDialog(title: title, lines: lines)))])
  }
}
