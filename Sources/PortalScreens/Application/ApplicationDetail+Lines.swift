import PortalModel
import TerminalKit

extension ApplicationDetail {
  /// "Application details": every field.
  func detailLines(_ context: ScreenContext) -> [StyledLine] {
    let application = self.application
    return [
      field("Application Identifier", application.id.text),
      field("Name", application.name),
      field("Home Page", application.homePage),
      field("Description", application.description),
      field("Category", application.category.label),
      field("Owner", "\(application.owner) (\(ownerName))"),
      field("Administrator Group", application.administrators?.text ?? "None"),
      field(
        "State",
        application.blocked
          ? "\(context.glyphs.refused) blocked" : "\(context.glyphs.granted) active"),
      field(
        "Own identity",
        memberships.isEmpty
          ? "\(application.identity), in no group"
          : "\(application.identity), in \(listed(memberships.map(\.id.text)))"),
    ] + (offer.map { [field("Offered to", "\($0.to), by \($0.by); not answered yet")] } ?? []) + [
      field(
        "Added",
        "\(application.createdAt.date), \(application.createdAt.relative(to: context.now))")
    ]
  }

  /// The pane beside the list of applications.
  func summaryLines(_ context: ScreenContext) -> [StyledLine] {
    let application = self.application
    var lines: [StyledLine] = [
      StyledLine(application.name, .heading), StyledLine(application.id.text, .dim), StyledLine(),
    ]
    if !application.description.isEmpty {
      lines += [StyledLine(application.description), StyledLine()]
    }
    lines += [
      short("Owner", "\(application.owner) (\(ownerName))"),
      short("Administrators", application.administrators?.text ?? "None"),
      short("Category", application.category.label),
      short("Home page", application.homePage.isEmpty ? "none" : application.homePage),
      short("SSO", providerLabel),
    ]
    if application.blocked {
      lines.append(StyledLine("\(context.glyphs.refused) blocked", .refused))
    }
    lines += [StyledLine(), StyledLine("Roles", .label)]
    lines +=
      roles.isEmpty
      ? [StyledLine("none", .dim)]
      : roles.prefix(12).map { detail in
        StyledLine([
          (detail.role.id.text, .plain),
          (
            detail.groups.isEmpty
              ? "" : "  \(detail.groups.map(\.id.text).joined(separator: ", "))", .dim
          ),
        ])
      }
    return lines
  }

  private func short(_ label: String, _ value: String) -> StyledLine {
    StyledLine([(TerminalText.padded(label, to: 16), .label), (value, .plain)])
  }
}

extension Role {
  /// The flags in words.
  var flagWords: String {
    let words = [
      required ? "required" : nil, multifactor ? "multifactor" : nil,
      appliesToAll ? "all users" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
