extension GoldenTests {
  /// 3 People.
  static let peopleScenes = [
    Scene(name: "people", keys: ["3"]),
    Scene(name: "people-groups", keys: ["3 Tab"]),
    Scene(name: "person-account", keys: ["3 End ⏎"]),
    Scene(name: "person-groups", keys: ["3 End ⏎ ]"]),
    Scene(name: "person-applications", keys: ["3 ⏎ ] ]"]),
    Scene(name: "person-roles", keys: ["3 End ⏎ ["]),
    Scene(name: "group-members", keys: ["3 Tab ⏎"]),
    Scene(name: "group-roles", keys: ["3 Tab End ⏎ ]"]),
    Scene(name: "group-above", keys: ["3 Tab End ⏎ ] ]"]),
    Scene(name: "add-identity", keys: ["3 n", "'er'"]),
    Scene(name: "add-group", keys: ["3 Tab n", "'it-st'", "Tab"]),
  ]
}
