import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

extension TokenRuleRow {
  static let exchange: [TokenRuleRow] = [
    .init("token-permission") {
      try $0.grant()
      return try await $0.asked().reply.status == 200
    } otherwise: {
      let answer = try await $0.asked()
      return answer.reply.status == 403
        && answer.reply.errorDescription == "Client not allowed to exchange"
    },
    .init("token-roles-of-target") {
      try $0.grant()
      let token = try await $0.asked().tokens.first
      return token?.roles == ["backend_user"]
        && token?["resource_access"]?["front-end-app"] == nil
    } otherwise: {
      try await $0.view().roles == ["administrator", "frontend_user"]
    },
    .init("token-audience") {
      try $0.grant()
      let token = try await $0.asked().tokens.first
      return token?["aud"]?.string == "back-end-api" && token?["azp"]?.string == "front-end-app"
        && token?["sub"]?.string == "jdoe"
    } otherwise: {
      let token = try await $0.view()
      return token["aud"]?.string == "front-end-app" && token["azp"]?.string == "front-end-app"
    },
    .init("token-blocked-source") {
      try $0.perform(.blockApplication(Story.frontEnd, blocked: true), as: Story.alice)
      try $0.perform(.blockApplication(Story.frontEnd, blocked: false), as: Story.alice)
      return try await $0.signIn().accessToken != nil
    } otherwise: {
      let token = try await $0.token()
      try $0.grant()
      try $0.perform(.blockApplication(Story.frontEnd, blocked: true), as: Story.alice)
      let signIn = try await $0.signIn()
      let answer = try await $0.service.answer($0.request(token), at: $0.now)
      return signIn.verdict.failure?.id == .signInClient && answer.reply.status == 401
    },
    .init("token-blocked-target") {
      try $0.grant()
      return try await $0.asked().reply.status == 200
    } otherwise: {
      try $0.grant()
      try $0.perform(.blockApplication(Story.backEnd, blocked: true), as: Story.bob)
      let answer = try await $0.asked()
      return answer.verdict.failure?.found == .targetBlocked(Story.backEnd)
    },
    .init("token-disabled-user") {
      try $0.grant()
      return try await $0.asked().reply.status == 200
    } otherwise: {
      try $0.grant()
      let token = try await $0.token()
      try $0.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.alice)
      let answer = try await $0.service.answer($0.request(token), at: $0.now)
      return answer.verdict.failure?.found == .tokenUser("jdoe", disabled: true)
    },
    .init("token-revoked-permission") {
      try $0.grant()
      let exchanged = try #require(try await $0.asked().tokens.first)
      try $0.perform(.revokeExchange(Story.direction, reason: ""), as: Story.bob)
      let inspector = TokenInspector(realm: $0.service.realm, keys: $0.keys)
      return inspector.inspect(exchanged.compact, for: Story.backEnd, at: $0.now).isAccepted
    } otherwise: {
      try $0.grant()
      try $0.perform(.revokeExchange(Story.direction, reason: ""), as: Story.bob)
      return try await $0.asked().reply.status == 403
    },
    .init("token-public-holder") {
      try $0.grant()
      return try await $0.asked().reply.status == 200
    } otherwise: {
      try $0.grant()
      let token = try await $0.token(to: Story.starting)
      let answer = try await $0.service.answer($0.request(token), at: $0.now)
      return answer.reply.errorDescription == "Client is not the holder of the token"
    },
    .init("token-lifetime") {
      let token = try await $0.view()
      return token["exp"]?.integer == $0.now.seconds + 1200
    } otherwise: {
      try $0.grant()
      let answer = try await $0.asked(at: $0.now.advanced(seconds: 1201))
      guard case .tokenExpired = answer.verdict.failure?.found else { return false }
      return true
    },
    .init("token-session") {
      let refresh = try await $0.refreshToken()
      let answer = try await $0.service.answer(
        $0.form(.refresh, ["refresh_token": refresh]), at: $0.now.advanced(seconds: 35_999))
      return answer.reply.status == 200
    } otherwise: {
      let refresh = try await $0.refreshToken()
      let answer = try await $0.service.answer(
        $0.form(.refresh, ["refresh_token": refresh]), at: $0.now.advanced(seconds: 36_001))
      return answer.reply.status == 400 && $0.service.realm.sessionMaximum == 43_200
    },
  ]

  static let roles: [TokenRuleRow] = [
    .init("token-level-carries-over") {
      try $0.grant()
      try $0.changeRole {
        $0.minimumLevel = .cern
        $0.multifactor = true
      }
      return try await $0.roles(SignIn(level: .cern, multifactor: true)) == ["backend_user"]
    } otherwise: {
      try $0.grant()
      try $0.changeRole { $0.minimumLevel = .cern }
      return try await $0.roles(SignIn(level: .edugainSirtfi, multifactor: true)).isEmpty
    },
    .init("token-required-exchange") {
      try $0.grant()
      try $0.require("needed", of: Story.backEnd)
      let answer = try await $0.asked()
      return answer.reply.status == 200
        && answer.notes.contains {
          if case .requiredRolesMissing(let roles) = $0 { roles.count == 1 } else { false }
        }
    } otherwise: {
      try $0.grant()
      return try await $0.asked().notes == []
    },
    .init("token-required-sign-in") {
      try await $0.signIn().accessToken != nil
    } otherwise: {
      try $0.require("needed", of: Story.frontEnd)
      return try await $0.signIn().verdict.failure?.id == .signInRoles
    },
    .init("token-required-all") {
      try await $0.signIn(to: Story.target).accessToken != nil
    } otherwise: {
      // Its default role, required as well, is given to everybody, and is not enough.
      try $0.require("needed", of: Story.target)
      let failure = try await $0.signIn(to: Story.target).verdict.failure
      guard case .requiredRolesMissing(let roles) = failure?.found else { return false }
      return roles.map(\.role.text) == ["needed"]
    },
    .init("token-snapshot") {
      let group = GroupIdentifier(trusted: "frontend-users")
      let before = try await $0.view()
      try $0.perform(.removeMember(.identity(Story.jdoe), from: group), as: Story.alice)
      let after = try await $0.view()
      return before.roles.contains("frontend_user") && !after.roles.contains("frontend_user")
    } otherwise: {
      let group = GroupIdentifier(trusted: "frontend-users")
      try $0.grant()
      let token = try await $0.token()
      try $0.perform(.removeMember(.identity(Story.jdoe), from: group), as: Story.alice)
      let answer = try await $0.service.answer($0.request(token), at: $0.now)
      return answer.roles?.before.inToken.contains("frontend_user") == true
    },
    .init("token-no-roles") {
      try $0.grant()
      try $0.perform(.deleteRole(Story.backEnd, Story.backendUser), as: Story.bob)
      let token = try await $0.asked().tokens.first
      return token?["resource_access"] == nil && token?["cern_roles"] == .array([])
    } otherwise: {
      try await $0.view()["resource_access"] != nil
    },
  ]

  static let claims: [TokenRuleRow] = [
    .init("token-person-id") {
      try await $0.view()["cern_person_id"] == .integer(800_005)
    } otherwise: {
      try $0.become(.secondary)
      return try await $0.view()["cern_person_id"] == nil
    },
    .init("token-mail-upn") {
      try await $0.view()["cern_mail_upn"]?.string == "jdoe@cern.ch"
    } otherwise: {
      try $0.become(.guest)
      return try await $0.view()["cern_mail_upn"] == nil
    },
    .init("token-no-groups") {
      let groups = $0.portal.facts.memberships(from: .identity(Story.jdoe)).map(\.group.text)
      let text = try await $0.view().claims.map { "\($0.value)" }.joined()
      return groups.contains("web-team") && !text.contains("web-team")
    } otherwise: {
      try await $0.view()["groups"] == nil
    },
    .init("token-groups-claim") {
      try $0.configure(Story.frontEnd) { $0.groupsClaim = true }
      let groups = ["frontend-admins", "frontend-users", "backend-users", "web-team"]
      let access = try await $0.view()
      let told = try await $0.userInfo()["groups"]?.strings
      return access["groups"] == nil && Set(told ?? []) == Set(groups)
    } otherwise: {
      try await $0.userInfo()["groups"] == nil
    },
    .init("token-orcid") {
      try $0.edit { $0.orcid = "0000-0002-1825-0097" }
      let claims = [
        try await $0.view()["eduperson_orcid"], try await $0.userInfo()["eduperson_orcid"],
      ]
      return claims.allSatisfy { $0?.string == "0000-0002-1825-0097" }
    } otherwise: {
      try await $0.view()["eduperson_orcid"] == nil
    },
    .init("token-unix") {
      try $0.edit {
        $0.unixUser = 1
        $0.unixGroup = 2
        $0.institute = "CERN"
      }
      let view = try await $0.view()
      let told = try await $0.userInfo()
      return ["cern_uid", "cern_gid", "home_institute"].allSatisfy { view[$0] == nil }
        && told["cern_uid"]?.integer == 1 && told["cern_gid"]?.integer == 2
        && told["home_institute"]?.string == "CERN"
    } otherwise: {
      try await $0.userInfo()["cern_uid"] == nil
    },
    .init("token-service") {
      try $0.tick()
      let token = try await $0.apiAccess().tokens.first
      return token?["sub"]?.string == "service-account-starting-client"
        && token?["aud"]?.string == "back-end-api" && token?["email"] == nil
        && token?["cern_mail_upn"] == nil
    } otherwise: {
      // The same two, exchanging: there a permission is needed.
      try $0.tick()
      let token = try await $0.token(to: Story.starting)
      let answer = try await $0.service.answer(
        $0.request(token, by: Story.starting), at: $0.now)
      return answer.reply.status == 403
    },
    .init("token-service-box") {
      try $0.tick()
      return try await $0.apiAccess().reply.status == 200
    } otherwise: {
      try await $0.apiAccess().verdict.failure?.id == .serviceAccount
    },
  ]
}

extension World {
  /// Lets jdoe have an account of another kind.
  fileprivate func become(_ kind: AccountKind) throws { try edit { $0.kind = kind } }

  /// What userinfo tells of jdoe, signed in to the front end.
  fileprivate func userInfo() async throws -> JSONValue {
    let request = TokenRequest(
      method: "GET", authorization: "Bearer \(try await token())", parameters: [])
    return try #require(try await service.userInfo(request, at: now).reply.body)
  }

  /// Changes jdoe's account.
  fileprivate func edit(_ change: (inout Identity) -> Void) throws {
    var identity = try #require(portal.facts.identity(Story.jdoe))
    change(&identity)
    try perform(.editIdentity(identity), as: Story.alice)
  }
}
