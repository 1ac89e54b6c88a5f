import PortalModel

extension Consequences {
  /// What went or changed beside what a command names, in sentences; empty where nothing did.
  public func sentences(besides command: PortalCommand) -> [String] {
    self == Consequences(of: []) ? [] : lines(besides: command)
  }
}
