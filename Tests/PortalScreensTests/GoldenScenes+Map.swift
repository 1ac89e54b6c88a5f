extension GoldenTests {
  /// Asks, acts as bob, and comes to a section.
  private static func asked(_ keys: String...) -> [String] {
    ["⏎ t r", "'back-end-api'", "⏎", "'to show reports'", "⏎ u", "'bob'", "⏎ ⏎"] + keys
  }

  /// 2 Requests, 5 Map and the bridge.
  static let mapScenes = [
    Scene(name: "map-matrix", keys: asked("5")),
    Scene(name: "map-tree", keys: asked("5 Tab")),
    Scene(name: "requests-waiting", keys: asked("2")),
    Scene(name: "request-details", keys: asked("2 ⏎")),
    Scene(name: "request-mail", keys: asked("2 m")),
    Scene(name: "bridge", keys: ["⏎ t h"]),
  ]
}
