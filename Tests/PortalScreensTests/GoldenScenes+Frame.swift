import PortalTestSupport

extension GoldenTests {
  /// What completes the others: every screen, every kind of dialog and every form has a scene.
  static let frameScenes = [
    Scene(name: "tokens", keys: toExchange + ["f ⏎ t"]),
    Scene(name: "token-claims", keys: toExchange + ["f ⏎ t ] ] PgDn"]),
    Scene(name: "raw-reply", keys: toExchange + ["r"]),
    Scene(name: "group-details", keys: ["3 Tab ⏎ ["]),
    Scene(name: "edit-group", keys: ["3 Tab ⏎ [ e"]),
    Scene(name: "edit-role", keys: ["⏎ ] ] e"]),
    Scene(name: "add-client", keys: noRegistration + ["n", "'https://reports.cern.ch/*'"]),
    Scene(name: "add-saml", keys: ["⏎ ] n Tab ⏎", "'sp.xml'", "⏎"]),
    Scene(name: "edit-saml", keys: ["⏎ ] n Tab ⏎", "'sp.xml'", "⏎ Ctrl-S", "Tab e"]),
    Scene(name: "no-registration", keys: noRegistration),
    Scene(name: "link-group", keys: ["⏎ ] ] g n", "'front'"]),
    Scene(name: "discard", keys: ["n", "'half'", "Esc"]),
    Scene(name: "form-help", keys: ["n F1"]),
    Scene(
      name: "remedy", person: Story.bob,
      keys: ["Tab", "/", "'front'", "⏎ ⏎ e", "'x'", "Ctrl-S", "F4"]),
    Scene(name: "discard-request", keys: ["⏎ t r", "'back-end-api'", "⏎", "'plea'", "Esc"]),
  ]

  /// An application without single sign-on, and its tab for it.
  private static let noRegistration = [
    "n", "'reports'", "Tab", "'Reports'", "Tab Tab Tab Tab Tab ⏎ → Ctrl-S", "]",
  ]
}
