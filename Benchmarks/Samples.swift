import Glibc

/// Measured values of one kind, with what is said of them.
struct Samples {
  private(set) var values: [Double]

  init(_ values: [Double]) { self.values = values.sorted() }

  /// The value below which this share of all values lies.
  func quantile(_ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    return values[min(values.count - 1, Int(Double(values.count) * share))]
  }

  var median: Double { quantile(0.5) }

  /// `median 11.2 ms (p5 10.9, p95 12.0, p99 12.3, n 100)`.
  func line(_ unit: String) -> String {
    "median \(rounded(median)) \(unit) (p5 \(rounded(quantile(0.05))), "
      + "p95 \(rounded(quantile(0.95))), p99 \(rounded(quantile(0.99))), n \(values.count))"
  }
}

/// Three significant digits or so.
func rounded(_ value: Double) -> String {
  guard value.isFinite else { return "?" }
  let factor = value.magnitude >= 100 ? 1.0 : value.magnitude >= 10 ? 10 : 1000
  let result = (value * factor).rounded() / factor
  return result == result.rounded() ? String(Int64(result)) : String(result)
}

func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
}

/// Prints one result at once, also where standard output is a file.
func report(_ title: String, _ text: String) {
  print("\(title): \(text)")
  fflush(nil)
}
