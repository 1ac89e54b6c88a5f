import PortalModel

extension Finding.PermissionStep {
  /// What Keycloak keeps for a permission, in the order in which it is looked up, and whether it is there
  /// (`token-exchange.md` §5): CERN's portal makes all of it with one button of the target's.
  func objects(_ direction: ExchangeDirection) -> [(name: String, isThere: Bool)] {
    let target = direction.target
    let hasObjects = self != .resourceMissing
    let hasPolicies = hasObjects && self != .noPolicy
    let names = [
      ("resource client.resource.(\(target)) in realm-management", hasObjects),
      ("its scope token-exchange", hasObjects),
      ("permission token-exchange.permission.client.(\(target))", hasObjects),
      ("a policy attached to it", hasPolicies),
      (
        "the policy \"allow token exchange for \(direction.source)\"",
        self == .granted || self == .notUnanimous
      ),
    ]
    return self == .notUnanimous
      ? names + [("a yes of every policy: the strategy is UNANIMOUS, CERN sets AFFIRMATIVE", false)]
      : names
  }
}
