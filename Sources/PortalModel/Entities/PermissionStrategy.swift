/// How several policies of one permission are joined.
public enum PermissionStrategy: String, CaseIterable, Codable, Sendable {
  /// One policy that says yes is enough: what CERN sets.
  case affirmative
  /// All must say yes: two requesters then lock each other out (Keycloak's default).
  case unanimous
}
