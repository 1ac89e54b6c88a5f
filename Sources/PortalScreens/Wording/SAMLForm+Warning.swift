import PortalModel

extension SAMLForm {
  /// What to bear in mind about the registration; `nil` where there is nothing.
  public var warning: String? {
    let hosts = hostsOutside
    guard !hosts.isEmpty else { return nil }
    return "\(listed(hosts)) is outside of cern.ch: CERN lets it in by ticket only; here it counts"
  }
}
