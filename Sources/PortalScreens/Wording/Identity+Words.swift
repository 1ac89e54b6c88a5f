import PortalModel

extension Identity {
  /// The account on Unix machines, as pages say it.
  public var unixWords: String {
    let parts = [unixUser.map { "uid \($0)" }, unixGroup.map { "gid \($0)" }].compactMap(\.self)
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
