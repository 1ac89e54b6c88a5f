import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("What is asked for, and toward whom (X5 to X14)")
struct TargetTests {
  @Test("X5 to X7", arguments: wishes)
  func wishRow(_ row: RefusalCase) async throws { try await row.run() }

  @Test("X8 to X13", arguments: targets)
  func targetRow(_ row: RefusalCase) async throws { try await row.run() }

  @Test("X14, by the state of the permission", arguments: permissions)
  func permissionRow(_ row: RefusalCase) async throws { try await row.run() }

  private static func parameter(
    _ row: String, _ check: CheckIdentifier, _ reply: Reply, _ name: String, _ value: String,
    _ finding: Finding
  ) -> RefusalCase {
    RefusalCase(
      row, check, reply, finding: { $0 == finding },
      arrange: { world in
        world.request(try await world.token()).setting(name, value)
      })
  }

  private static func invalid(_ description: String) -> Reply {
    Reply(status: 400, error: "invalid_request", description: description)
  }

  private static func client(_ description: String) -> Reply {
    Reply(status: 400, error: "invalid_client", description: description)
  }

  private static func denied(_ description: String) -> Reply {
    Reply(status: 403, error: "access_denied", description: description)
  }

  static let wishes: [RefusalCase] =
    [
      parameter(
        "X5", .requestedSubject, denied("Client not allowed to exchange"), "requested_subject",
        "alice", .parameter("requested_subject", value: "alice")),
      parameter(
        "X6", .requestedIssuer, invalid("Invalid issuer"), "requested_issuer", "github",
        .parameter("requested_issuer", value: "github")),
    ]
    + [
      "urn:ietf:params:oauth:token-type:jwt", "urn:ietf:params:oauth:token-type:saml1",
      "urn:ietf:params:oauth:token-type:saml2", "access_token", "",
    ].map {
      parameter(
        "X7 \($0)", .requestedTokenType, invalid("requested_token_type unsupported"),
        "requested_token_type", $0, .requestedType($0))
    }

  private static func misspelt(_ text: String) -> @Sendable (Finding) -> Bool {
    { if case .audienceUnknown(text, _) = $0 { true } else { false } }
  }

  static let targets: [RefusalCase] = [
    RefusalCase(
      "X8 misspelt", .audience, client("Audience not found"),
      finding: {
        if case .audienceUnknown("back-end-ap", let nearest) = $0 {
          nearest.first == Story.backEnd
        } else {
          false
        }
      },
      arrange: { world in
        world.request(try await world.token()).setting("audience", "back-end-ap")
      }),
    RefusalCase(
      "X8 empty", .audience, client("Audience not found"), finding: misspelt(""),
      arrange: { world in world.request(try await world.token()).setting("audience", "") }),
    RefusalCase(
      "X8 second", .audience, client("Audience not found"), finding: misspelt("Nobody"),
      arrange: { world in
        world.request(try await world.token()).adding("audience", "Nobody")
      }),
    RefusalCase(
      "X8 not registered", .audience, client("Audience not found"),
      finding: { $0 == .audienceNotRegistered(Story.backEnd) },
      arrange: { world in
        try world.perform(.deleteRegistration(Story.backEnd), as: Story.bob)
        return world.request(try await world.token())
      }),
    RefusalCase(
      "X9", .consent, client("Client requires user consent"),
      finding: { $0 == .targetSetting(Story.backEnd) },
      arrange: { world in
        try world.configure(Story.backEnd) { $0.consentRequired = true }
        return world.request(try await world.token())
      }),
    RefusalCase(
      "X10 disabled", .targetEnabled, client("Client disabled"),
      finding: { $0 == .targetSetting(Story.backEnd) },
      arrange: { world in
        try world.configure(Story.backEnd) { $0.enabled = false }
        return world.request(try await world.token())
      }),
    RefusalCase(
      "X10 blocked", .targetEnabled, client("Client disabled"),
      finding: { $0 == .targetBlocked(Story.backEnd) },
      arrange: { world in
        try world.perform(.blockApplication(Story.backEnd, blocked: true), as: Story.bob)
        return world.request(try await world.token())
      }),
    RefusalCase(
      "X11", .selfHolder, denied("Client is not the holder of the token"), repairs: 2,
      finding: { $0 == .holder(Story.starting, requester: Story.frontEnd) },
      arrange: { world in
        world.request(try await world.token(to: Story.starting), toward: nil)
      }),
    RefusalCase(
      "X12", .selfAudience, denied("Client is not within the token audience"), repairs: 2,
      finding: { $0 == .audience(["front-end-app"], requester: Story.starting) },
      arrange: { world in
        world.request(try await world.token(), by: Story.starting, toward: Story.starting)
      }),
    RefusalCase(
      "X13", .holder, denied("Client is not the holder of the token"), repairs: 2,
      finding: { $0 == .holder(Story.starting, requester: Story.frontEnd) },
      arrange: { world in world.request(try await world.token(to: Story.starting)) }),
  ]

  static let permissions: [RefusalCase] = [
    permission("none", .resourceMissing, nil, repairs: 2) { _ in },
    permission("pending", .resourceMissing, .pending, repairs: 1) { world in
      try world.perform(
        .requestExchange(Story.direction, justification: ""), as: Story.alice)
    },
    permission("rejected", .resourceMissing, .rejected, repairs: 2) { world in
      try world.perform(
        .requestExchange(Story.direction, justification: ""), as: Story.alice)
      try world.perform(.rejectExchange(Story.direction, reason: "No."), as: Story.bob)
    },
    permission("withdrawn", .resourceMissing, .withdrawn, repairs: 2) { world in
      try world.perform(
        .requestExchange(Story.direction, justification: ""), as: Story.alice)
      try world.perform(.withdrawExchange(Story.direction), as: Story.alice)
    },
    permission("revoked", .noPolicy, .revoked, repairs: 2) { world in
      try world.grant()
      try world.perform(.revokeExchange(Story.direction, reason: ""), as: Story.bob)
    },
    permission("others granted", .notThisRequester, nil, repairs: 2) { world in
      try world.grant(ExchangeDirection(source: Story.starting, target: Story.backEnd))
    },
    permission("the other way round", .resourceMissing, nil, repairs: 2) { world in
      try world.grant(ExchangeDirection(source: Story.backEnd, target: Story.frontEnd))
    },
    permission("owner disabled", .resourceMissing, nil, repairs: 2) { world in
      try world.perform(.enableIdentity(Story.bob, enabled: false), as: Story.bob)
    },
  ]

  private static func permission(
    _ row: String, _ step: Finding.PermissionStep, _ state: ExchangePermission.State?,
    repairs: Int, _ arrange: @escaping @Sendable (World) throws -> Void
  ) -> RefusalCase {
    RefusalCase(
      "X14 \(row)", .permission, denied("Client not allowed to exchange"), repairs: repairs,
      finding: {
        guard
          case .permission(
            Story.direction, step, let newest,
            Managers(
              owner: Story.bob, administrators: nil)) = $0
        else { return false }
        return newest?.state == state
      },
      arrange: { world in
        try arrange(world)
        return world.request(try await world.token())
      })
  }

  @Test("Where one owner manages both ends, a request alone is enough")
  func automatic() async throws {
    let world = try await World()
    let group = GroupIdentifier(trusted: "managers")
    try world.perform(
      .createGroup(Group(id: group, displayName: "Managers")), as: Story.alice)
    try world.perform(.addMember(.identity(Story.carol), to: group), as: Story.alice)
    let form = RegistrationForm(
      kind: .confidential, redirectURIs: [RedirectURI(trusted: "https://x.cern.ch/*")])
    let id = ApplicationIdentifier(trusted: "managed-app")
    try world.perform(
      .registerApplication(
        ApplicationForm(
          id: id, name: "Managed", homePage: "https://x.cern.ch", administrators: group,
          registration: form)), as: Story.dave)
    let request = world.request(
      try await world.token(to: Story.starting), by: Story.starting, toward: id)
    let repairs = try await world.service.answer(request, at: world.now).verdict.repairs
    #expect(repairs.map(\.steps.count) == [1, 1])
    for step in try #require(repairs.last).steps { try world.perform(step.command, as: step.by) }
    #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
  }

  @Test("Every audience is checked and the first is used")
  func severalAudiences() async throws {
    let world = try await World()
    try world.grant()
    let request = world.request(try await world.token()).adding("audience", "target-client")
    let refused = try await world.service.answer(request, at: world.now)
    #expect(refused.verdict.failure?.id == .permission)
    try world.grant(ExchangeDirection(source: Story.frontEnd, target: Story.target))
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.tokens.first?["aud"] == .string("back-end-api"))
    #expect(answer.notes.contains(.audiencesUnused([Story.target])))
  }
}
