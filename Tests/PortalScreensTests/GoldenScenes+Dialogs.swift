import PortalTestSupport

extension GoldenTests {
  private static let asked = [
    "⏎ t r", "'back-end-api'", "⏎", "'to show reports'", "⏎ u", "'bob'", "⏎ ⏎",
  ]

  private static let offered = ["⏎ T", "'carol'", "⏎ u", "'carol'", "⏎ ⏎"]

  /// What opens in front of the screens, and states of them that the other scenes do not come to.
  static let dialogScenes = [
    Scene(name: "find-exchange-user", keys: ["4 Space", "'do'"]),
    Scene(name: "find-exchange-source", keys: ["4 Tab Tab Space"]),
    Scene(name: "find-administrators", keys: ["n Tab Tab Tab Tab Tab Space"]),
    Scene(name: "port-taken", keys: ["port taken"]),
    Scene(
      name: "find-exchange-target",
      keys: [
        "4 Space", "'jdoe'", "⏎ Space", "'front-end-app'", "⏎ Space",
      ]),
    Scene(name: "find-grant-source", keys: ["⏎ t g"]),
    Scene(name: "find-act-as", keys: ["u", "'bo'"]),
    Scene(name: "find-map-target", keys: ["5 c"]),
    Scene(name: "find-holder", keys: ["⏎ ] ] w /"]),
    Scene(name: "find-activity-person", keys: ["7 p"]),
    Scene(
      name: "remedy-leave", person: Story.bob,
      keys: ["Tab", "/", "'front'", "⏎ ⏎ e", "'x'", "Ctrl-S", "F4 ↓ ↓ ⏎"]),
    Scene(name: "saml-empty", keys: ["⏎ ] n"]),
    Scene(name: "saml-read", keys: ["⏎ ] n Tab", "paste"]),
    Scene(name: "saml-refused", keys: ["⏎ ] n Tab", "paste wrong"]),
    Scene(name: "saml-file", keys: ["⏎ ] n Tab ⏎", "'sp.xml'"]),
    Scene(name: "saml-registered", keys: ["⏎ ] n Tab", "paste", "Ctrl-S Tab"]),
    Scene(name: "saml-edit", keys: ["⏎ ] n Tab", "paste", "Ctrl-S Tab e"]),
    Scene(name: "saml-delete", keys: ["⏎ ] n Tab", "paste", "Ctrl-S Tab d"]),
    Scene(name: "credentials", person: Story.bob, keys: ["⏎ ] v"]),
    Scene(name: "regenerate", person: Story.bob, keys: ["⏎ ] R"]),
    Scene(name: "delete-registration", keys: ["⏎ ] d"]),
    Scene(name: "delete-role", keys: ["⏎ ] ] d"]),
    Scene(name: "unlink-group", keys: ["⏎ ] ] g d"]),
    Scene(name: "transfer", keys: ["⏎ T"]),
    Scene(name: "block", keys: ["⏎ b"]),
    Scene(name: "reject", keys: asked + ["2 x"]),
    Scene(name: "requests-rejected", keys: asked + ["2 x", "'not yet'", "⏎ u", "'alice'", "⏎ ⏎"]),
    Scene(
      name: "ask-again", keys: asked + ["2 x", "'not yet'", "⏎ u", "'alice'", "⏎ ⏎ r"]),
    Scene(name: "history", keys: asked + ["2 v"]),
    Scene(name: "withdraw", keys: ["⏎ t r", "'back-end-api'", "⏎ ⏎ w"]),
    Scene(name: "revoke", keys: asked + ["2 a 1 ⏎ t Tab d"]),
    Scene(name: "requests-decided", keys: asked + ["2 a"]),
    Scene(name: "requests-offered", keys: offered + ["2"]),
    Scene(name: "offer-mail", keys: offered + ["2 m"]),
    Scene(name: "applications-category", keys: ["Tab c c"]),
    Scene(name: "applications-sorted", keys: ["Tab o o o"]),
    Scene(name: "add-member", keys: ["3 Tab ⏎ n"]),
    Scene(name: "nest-group", keys: ["3 Tab ⏎ N"]),
    Scene(name: "delete-group", keys: ["3 Tab ⏎ [ d"]),
    Scene(name: "join-group", keys: ["3 End ⏎ ] n"]),
    Scene(name: "leave-group", keys: ["3 End ⏎ ] d"]),
    Scene(name: "disable", keys: ["3 End ⏎ b"]),
    Scene(name: "leaves-cern", keys: ["3 ⏎ L"]),
    Scene(name: "delete-identity", keys: ["3 End ⏎ d"]),
    Scene(name: "signed-in-as", keys: ["3 End ⏎ [ s"]),
    Scene(name: "people-filter", keys: ["3 /", "'bo'"]),
    Scene(name: "own-identity-joins", keys: ["⏎ [ n"]),
    Scene(name: "role-holders-person", keys: ["⏎ ] ] w /", "'jdoe'", "⏎"]),
    Scene(name: "role-holders-group", keys: ["⏎ ] ] w g"]),
    Scene(name: "curl", keys: toExchange + ["c"]),
    Scene(name: "map-find", keys: asked + ["5 /"]),
    Scene(name: "activity-filter", keys: ["7 a"], activity: MemoryActivity.story),
  ]
}
