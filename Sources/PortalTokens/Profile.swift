/// Whose behaviour the token service has: set once for a home (§19).
public enum Profile: String, CaseIterable, Codable, Sendable {
  /// Keycloak 26.1's V1 with the reference page's decisions: what CERN's page says holds.
  case cern
  /// Keycloak 26.1's V1 to the letter: no ID token to be exchanged for (X7), no challenge on 401.
  case keycloakV1 = "keycloak-v1"
  /// Keycloak 26.2's standard exchange (§11).
  case keycloakV2 = "keycloak-v2"
}
