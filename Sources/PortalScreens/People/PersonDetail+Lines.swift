import PortalModel
import TerminalKit

extension PersonDetail {
  /// The tab "Account": every field, each with what it decides.
  func accountLines(_ context: ScreenContext) -> [StyledLine] {
    let isActing = context.acting.id == identity.id
    return [
      labelled("Login", identity.id.text),
      labelled("Name", identity.displayName),
      labelled("Account", identity.kind.label),
      labelled(
        "Level of assurance", "\(identity.kind.defaultLevel.label), where nothing else is said"),
      labelled("Second factor", identity.hasSecondFactor ? "set up" : "none"),
      labelled("E-mail", identity.email.isEmpty ? "none" : identity.email),
      labelled("Person ID", identity.personID.map(String.init) ?? "none"),
      labelled("Language", identity.language.rawValue),
      StyledLine([
        (TerminalText.padded("State", to: 22), .label),
        (
          identity.enabled
            ? "\(context.glyphs.granted) enabled"
            : "\(context.glyphs.refused) disabled: cannot sign in",
          identity.enabled ? .granted : .refused
        ),
      ]),
      labelled("Supervisor", identity.supervisor?.text ?? "none"),
    ] + furtherLines + [
      labelled("Groups", groupWords),
      labelled("Owns", ownedWords),
    ] + (isActing ? [StyledLine(), StyledLine("You act as this person now.", .dim)] : [])
  }

  /// What not every account has.
  private var furtherLines: [StyledLine] {
    let belongs = identity.kind.mostOfOnePerson != nil || identity.owner != nil
    let hasNumbers = identity.unixUser != nil || identity.unixGroup != nil
    return [
      belongs ? labelled("Belongs to", identity.owner?.text ?? "nobody") : nil,
      identity.orcid.isEmpty ? nil : labelled("ORCID iD", identity.orcid),
      hasNumbers ? labelled("Unix", identity.unixWords) : nil,
      identity.institute.isEmpty ? nil : labelled("Institute", identity.institute),
    ].compactMap(\.self)
  }

  /// The pane beside the list.
  func summaryLines(_ context: ScreenContext) -> [StyledLine] {
    let tree = GroupTree(of: .identity(identity.id), memberships: memberships)
    var lines: [StyledLine] = [
      StyledLine(identity.displayName, .heading), StyledLine(identity.id.text, .dim),
      StyledLine(), short("Account", identity.kind.label),
      short("Level", identity.kind.defaultLevel.shortLabel),
      short("2nd factor", identity.hasSecondFactor ? "set up" : "none"),
      short("E-mail", identity.email.isEmpty ? "none" : identity.email),
      StyledLine(), StyledLine("Groups", .label),
    ]
    lines +=
      tree.rows.isEmpty
      ? [StyledLine("none", .dim)]
      : tree.rows.prefix(10).map {
        StyledLine($0.label(context.glyphs), $0.depth == 0 ? .plain : .dim)
      }
    if tree.rows.count > 10 { lines.append(StyledLine("… \(tree.rows.count - 10) more", .dim)) }
    lines += [StyledLine(), StyledLine("Applications owned", .label)]
    lines +=
      owned.isEmpty
      ? [StyledLine("none", .dim)] : owned.prefix(10).map { StyledLine($0.id.text) }
    if owned.count > 10 { lines.append(StyledLine("… \(owned.count - 10) more", .dim)) }
    return lines
  }

  private var groupWords: String {
    let direct = memberships.filter { $0.member == .identity(identity.id) }.count
    let all = Set(memberships.map(\.group)).count
    return all == direct
      ? counted(direct, "group") : "\(direct) directly, \(all) with inherited ones"
  }

  private var ownedWords: String {
    switch ownedTotal {
    case .exactly(let count): counted(count, "application")
    case .atLeast(let count): "\(grouped(count))+ applications"
    }
  }

  private func labelled(_ label: String, _ value: String) -> StyledLine {
    StyledLine([(TerminalText.padded(label, to: 22), .label), (value, .plain)])
  }

  private func short(_ label: String, _ value: String) -> StyledLine {
    StyledLine([(TerminalText.padded(label, to: 12), .label), (value, .plain)])
  }
}
