import PortalModel

extension ApplicationEntry {
  init?(_ id: ApplicationIdentifier, _ field: Field) {
    let keys = [
      "name", "owner", "administrators", "category", "home-page", "description", "created",
      "blocked", "identity-enabled", "registration", "saml", "roles", "former-owners",
      "ownership-offer",
    ]
    guard let map = FieldMap(field, keys: keys) else { return nil }
    let nameField = map.required("name")
    let name = nameField?.text(maximum: FieldLimit.name, mayBeEmpty: false)
    guard let owner = map.required("owner")?.identifier(IdentityIdentifier.self) else {
      return nil
    }
    self.init(
      id: id, name: Located(value: name ?? "", place: nameField?.place ?? map.place), owner: owner)
    administrators = map["administrators"]?.identifier(GroupIdentifier.self)
    category = map["category"]?.word(Application.Category.self) ?? .official
    homePage = map.text("home-page")
    if let problem = PageAddress.homePageProblem(in: homePage) {
      map["home-page"]?.reject(.address(homePage, problem))
    }
    description = map.text("description")
    created = map["created"]?.time() ?? .loading
    blocked = map.boolean("blocked", default: false)
    identityEnabled = map.boolean("identity-enabled", default: true)
    registration = map["registration"].flatMap {
      RegistrationEntry($0, homePageIsThere: !homePage.isEmpty)
    }
    saml = map["saml"].flatMap(SAMLForm.init)
    formerOwners = map["former-owners"]?.identifiers(IdentityIdentifier.self) ?? []
    offer = map["ownership-offer"].flatMap(OfferEntry.init)
    if let field = map["roles"] { readRoles(field) }
  }

  private mutating func readRoles(_ field: Field) {
    for (role, field) in field.keyed(RoleIdentifier.self) {
      if role.value == .defaultRole, field.isDeleted {
        defaultRoleDeleted = true
      } else if let entry = RoleEntry(role.value, of: id, field) {
        roles.append(entry)
      }
    }
  }
}

extension RegistrationEntry {
  fileprivate init?(_ field: Field, homePageIsThere: Bool) {
    let keys = ["kind", "redirect-uris", "base-url", "secret", "settings"]
    guard let map = FieldMap(field, keys: keys) else { return nil }
    let kind = map.required("kind")?.word(ClientKind.self)
    let uris = map.required("redirect-uris").map { Self.redirectURIs($0) } ?? []
    let baseURL = map.text("base-url")
    if let field = map["base-url"] {
      if let problem = PageAddress.baseURLProblem(in: baseURL) {
        field.reject(.address(baseURL, problem))
      }
    } else if !homePageIsThere {
      map.log.add(.baseURLMissing, at: map.place)
    }
    form = RegistrationForm(kind: kind ?? .confidential, redirectURIs: uris, baseURL: baseURL)
    if let field = map["secret"] {
      secret = field.text(maximum: FieldLimit.name, mayBeEmpty: false)
      if kind == .public { field.reject(.publicClientHasNoSecret) }
    }
    if let field = map["settings"] { settings = ClientSettings(field) }
  }

  private static func redirectURIs(_ field: Field) -> [RedirectURI] {
    let uris = field.list(
      { field -> RedirectURI? in
        guard let text = field.raw() else { return nil }
        do throws(AddressProblem) {
          return try RedirectURI(text)
        } catch {
          field.reject(.address(text, error))
          return nil
        }
      }, key: \.text)
    if case .sequence(let nodes) = field.node, nodes.isEmpty { field.reject(.emptyList) }
    return uris
  }
}

extension RoleEntry {
  fileprivate init?(_ id: RoleIdentifier, of application: ApplicationIdentifier, _ field: Field) {
    let isDefault = id == .defaultRole
    let keys = [
      "name", "description", "required", "multifactor", "applies-to-all", "minimum-level", "groups",
    ]
    guard let map = FieldMap(field, keys: keys, expecting: isDefault ? .roleOrDeleted : .map)
    else { return nil }
    // What is not written of the default role is as the portal made it.
    role =
      isDefault
      ? .defaultRole(of: application) : Role(application: application, id: id, name: "")
    if let name = isDefault ? map["name"] : map.required("name") {
      role.name = name.text(maximum: FieldLimit.name, mayBeEmpty: false) ?? ""
    }
    if map["description"] != nil { role.description = map.text("description") }
    role.required = map.boolean("required", default: role.required)
    role.multifactor = map.boolean("multifactor", default: role.multifactor)
    role.appliesToAll = map.boolean("applies-to-all", default: role.appliesToAll)
    let levels = LevelOfAssurance.allCases.map { ($0.word, $0) }
    role.minimumLevel = map["minimum-level"]?.word(levels) ?? role.minimumLevel
    groups = map["groups"]?.identifiers(GroupIdentifier.self) ?? []
  }
}
