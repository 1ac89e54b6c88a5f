/// What can go wrong in the service itself, as against a request that it refuses.
public enum TokenError: Error, Hashable, Sendable {
  /// The stored key is damaged, or no key could be made.
  case keyUnreadable
  /// The library could not sign.
  case signing
}
