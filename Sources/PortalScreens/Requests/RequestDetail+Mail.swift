import PortalModel

extension RequestDetail {
  /// The e-mail that would have been sent, as plain lines: those of the screens.
  public func mail(now: Instant) -> [String] {
    mailLines(now: now).flatMap { line in
      line.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
