import Glibc

/// The pages of the program's own code that the start has touched.
///
/// The runtime looks through all conformances of the program when types are first cast, and maps some
/// ten megabytes of code on the way that are not needed again.
enum StartPages {
  /// Takes those pages off this process; what is needed comes back from the page cache by itself.
  static func release() {
    guard let maps = try? TextFile.read("/proc/self/maps", maximum: 1 << 20) else { return }
    // The first mapping is the program's own file; its libraries are left alone.
    let lines = maps.split(separator: "\n").map { $0.split(separator: " ") }
    let program = lines.first?.last
    for line in lines where line.last == program && line.count > 1 {
      // Only code, which is never written. Constants are: by the loader, before it protects them.
      guard line[1].contains("x") else { continue }
      let ends = line[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard ends.count == 2, let start = UnsafeMutableRawPointer(bitPattern: ends[0]) else {
        continue
      }
      madvise(start, Int(ends[1] - ends[0]), MADV_DONTNEED)
    }
  }
}
