import PortalModel

/// Repairs that turn one of a client's own settings, each by the client's managers.
extension Repairs {
  /// For a requester that may not use the standard exchange (S4).
  func allowingStandardExchange(_ client: Client) throws -> [Repair] {
    try configuring(client) { $0.standardExchange = true }
  }

  /// For a client that may not send users' passwords (P1).
  func allowingPassword(_ client: Client) throws -> [Repair] {
    try configuring(client) { $0.directAccessGrants = true }
  }

  /// For a client that may not use the device grant (D0).
  func allowingDevices(_ client: Client) throws -> [Repair] {
    try configuring(client) { $0.deviceGrant = true }
  }

  /// For audiences that the requester's tokens do not have (S20): the request goes without, or the
  /// tokens get them.
  func namingAudiences(
    _ audiences: [ApplicationIdentifier], in client: Client
  ) throws -> [Repair] {
    [.request(.remove(["audience"]))]
      + (try configuring(client) { $0.extraAudiences += audiences.map(\.text) })
  }

  private func configuring(
    _ client: Client, _ change: (inout ClientSettings) -> Void
  ) throws -> [Repair] {
    var settings = client.settings
    change(&settings)
    let command = PortalCommand.configureClient(client.id, settings)
    return [Repair(steps: try steps([command], managing: client.application))]
  }
}
