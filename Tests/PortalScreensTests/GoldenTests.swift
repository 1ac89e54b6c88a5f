import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Every screen and dialog of the story as text: at the sizes people have, with the roles that give it
/// its colours, with the attributes that are all there is in mono, in ASCII, and line by line.
@Suite struct GoldenTests {
  struct Variant: Sendable, CustomTestStringConvertible {
    var columns: Int
    var rows: Int
    var look = Look.text
    var testDescription: String { name }
    var name: String { "\(columns)x\(rows)\(look.suffix)" }
    var isASCII: Bool { look == .ascii }
  }

  /// What a golden keeps beside the text.
  enum Look: Sendable {
    /// Nothing.
    case text
    /// The role of each cell, from which every theme's colours follow.
    case colour
    /// The attributes of each cell in the theme without colours.
    case mono
    /// The roles; and ASCII signs only.
    case ascii

    var suffix: String {
      switch self {
      case .text, .colour: ""
      case .mono: "-mono"
      case .ascii: "-ascii"
      }
    }
  }

  static let variants = [
    Variant(columns: 80, rows: 24, look: .colour), Variant(columns: 60, rows: 18),
    Variant(columns: 120, rows: 40), Variant(columns: 80, rows: 24, look: .mono),
    Variant(columns: 80, rows: 24, look: .ascii),
  ]

  static var allScenes: [Scene] {
    scenes + peopleScenes + mapScenes + ownershipScenes + frameScenes
  }

  struct Scene: Sendable, CustomTestStringConvertible {
    var name: String
    /// Whom one acts as.
    var person = Story.alice
    /// Steps: text in quotes is typed, the rest are keys by name.
    var keys: [String]
    /// What 7 Activity shows.
    var activity: [ActivityRow] = []
    var testDescription: String { name }
  }

  static let toExchange = [
    "4 Space", "'jdoe'", "⏎ Space", "'front-end-app'", "⏎ Space", "'back-end-api'", "⏎ ⏎",
  ]

  static let scenes = [
    Scene(name: "applications", keys: []),
    Scene(name: "first-start", keys: ["first start"]),
    Scene(name: "applications-all", keys: ["Tab"]),
    Scene(name: "applications-filter", keys: ["Tab /", "'client'"]),
    Scene(name: "application-details", keys: ["⏎"]),
    Scene(name: "application-registration", keys: ["⏎ ]"]),
    Scene(name: "application-roles", keys: ["⏎ ] ]"]),
    Scene(name: "application-memberships", keys: ["⏎ ["]),
    Scene(name: "linked-groups", keys: ["⏎ ] ] g"]),
    Scene(name: "permissions-empty", keys: ["⏎ t"]),
    Scene(name: "permissions-picker", keys: ["⏎ t r", "'end'"]),
    Scene(name: "permissions-prompt", keys: ["⏎ t r", "'back-end-api'", "⏎"]),
    Scene(name: "permissions-pending", keys: ["⏎ t r", "'back-end-api'", "⏎ ⏎"]),
    Scene(name: "add-application", keys: ["n", "'Rep'", "Tab"]),
    Scene(
      name: "add-registration",
      keys: [
        "n", "'reports'", "Tab", "'Reports'", "Tab", "'https://reports.cern.ch'",
        "Tab Tab Tab Tab ⏎ Tab", "'https://reports.cern.ch/*'",
      ]),
    Scene(name: "add-role", keys: ["⏎ ] ] n", "'viewer'"]),
    Scene(name: "requests-empty", keys: ["2"]),
    Scene(name: "act-as", keys: ["u", "'bob'", "⏎"]),
    Scene(name: "exchange-empty", keys: ["4"]),
    Scene(name: "exchange-refused", keys: toExchange),
    Scene(name: "exchange-why", keys: toExchange + ["h"]),
    Scene(name: "exchange-fix", keys: toExchange + ["f"]),
    Scene(name: "exchange-done", keys: toExchange + ["f ⏎"]),
    Scene(name: "help", keys: ["?"]),
    Scene(name: "commands", keys: ["⏎ ] :", "'secret'"]),
    Scene(name: "confirm", keys: ["⏎ d"]),
    Scene(name: "message", keys: ["x"]),
    Scene(name: "activity", keys: ["7 ↓"], activity: MemoryActivity.story),
    Scene(name: "activity-row", keys: ["7 ↓ ↓ ↓ ↓ ⏎"], activity: MemoryActivity.story),
    Scene(name: "activity-return", keys: ["7 End r"], activity: MemoryActivity.story),
    Scene(name: "activity-undone", keys: ["z"]),
  ]

  @Test(arguments: dialogScenes, variants.filter { !$0.isASCII && $0.columns >= 80 })
  func dialog(_ scene: Scene, at variant: Variant) async throws {
    try await self.scene(scene, at: variant)
  }

  @Test(arguments: allScenes, variants)
  func scene(_ scene: Scene, at variant: Variant) async throws {
    let stage = try await Stage.story(
      as: scene.person, columns: variant.columns, rows: variant.rows,
      glyphs: variant.isASCII ? .ascii : .unicode)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    if variant.isASCII {
      let page = stage.state.plainPage(now: stage.now).text.joined(separator: "\n")
      try expectGolden(text: page + "\n", "\(scene.name)-plain")
    }
    let frame = stage.frame
    let mask: (name: String, text: String)? =
      switch variant.look {
      case .text: nil
      case .colour, .ascii: ("roles", frame.roleMask)
      case .mono: ("attributes", frame.attributeMask(in: .mono))
      }
    try expectGolden(frame, "\(scene.name)-\(variant.name)", mask: mask)
  }
}
