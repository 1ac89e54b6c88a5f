import Synchronization

/// Where session and token identifiers (`sid`, `jti`) come from: UUIDs of version 4 (RFC 9562 §5.4).
public struct IdentifierSource: Sendable {
  private let draw: @Sendable () -> (UInt64, UInt64)

  /// From the system's randomness.
  public static let random = IdentifierSource {
    (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
  }

  /// The same sequence for the same seed, for goldens and a trainer's slides.
  public static func seeded(_ seed: UInt64) -> IdentifierSource {
    let sequence = Sequence(state: seed)
    return IdentifierSource { (sequence.next(), sequence.next()) }
  }

  /// The next identifier. Whether it is taken is for the caller to find out.
  public func next() -> String {
    let (high, low) = draw()
    let first = high & ~0xF000 | 0x4000
    let second = low & ~(3 << 62) | 2 << 62
    return String(unsafeUninitializedCapacity: 36) { bytes in
      var position = 0
      for half in [first, second] {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
          if [8, 13, 18, 23].contains(position) {
            bytes[position] = UInt8(ascii: "-")
            position += 1
          }
          let digit = UInt8(half >> shift & 15)
          bytes[position] = digit < 10 ? 48 + digit : 87 + digit
          position += 1
        }
      }
      return position
    }
  }

  /// SplitMix64.
  private final class Sequence: Sendable {
    private let state: Mutex<UInt64>

    init(state: UInt64) { self.state = Mutex(state) }

    func next() -> UInt64 {
      state.withLock { state in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
      }
    }
  }
}
