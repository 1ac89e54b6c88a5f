extension GoldenTests {
  /// What managers do with an application and its client.
  static let ownershipScenes = [
    Scene(name: "delete-application", keys: ["⏎ d"]),
    Scene(name: "edit-application", keys: ["⏎ e"]),
    Scene(name: "application-offered", keys: ["⏎ T", "'carol'", "⏎"]),
    Scene(name: "edit-registration", keys: ["⏎ ] e"]),
    Scene(name: "advanced", keys: ["⏎ ] A Tab Tab"]),
    Scene(name: "role-holders", keys: ["⏎ ] ] w"]),
    Scene(name: "edit-identity", keys: ["3 End ⏎ e"]),
  ]
}
