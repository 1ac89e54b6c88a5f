import Glibc

/// The memory that only the start needed.
///
/// The runtime looks through all conformances of the program when types are first cast, the loader
/// through the symbols of all libraries; both map some ten megabytes of code and constants that are not
/// needed again.
enum StartPages {
  /// Takes unchanged pages of files that this process cannot write off it; what is needed comes back
  /// from the page cache by itself.
  static func release() {
    guard let maps = try? TextFile.read("/proc/self/maps", maximum: 1 << 20) else { return }
    let pages = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC)
    guard pages >= 0 else { return }
    defer { close(pages) }
    for line in maps.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 6, fields[5].hasPrefix("/"), !fields[1].contains("w") else { continue }
      let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      if ends.count == 2, ends[0] < ends[1] { release(ends[0]..<ends[1], pages) }
    }
  }

  /// Releases those pages of a mapping that still are the file's own. Others are this process's:
  /// relocated constants that the loader has protected, or a debugger's breakpoints.
  private static func release(_ addresses: Range<UInt>, _ pagemap: Int32) {
    let size = UInt(getpagesize())
    var entries = [UInt64](repeating: 0, count: Int(UInt(addresses.count) / size))
    let wanted = entries.count * MemoryLayout<UInt64>.size
    let offset = Int(addresses.lowerBound / size) * MemoryLayout<UInt64>.size
    guard pread(pagemap, &entries, wanted, offset) == wanted else { return }
    var index = 0
    while index < entries.count {
      let first = index
      while index < entries.count, isFilePage(entries[index]) { index += 1 }
      if index > first {
        let start = UnsafeMutableRawPointer(bitPattern: addresses.lowerBound + UInt(first) * size)
        madvise(start, (index - first) * Int(size), MADV_DONTNEED)
      }
      index += 1
    }
  }

  /// Present, and a page of a file: bits 63 and 61 of an entry (Linux, `admin-guide/mm/pagemap`).
  private static func isFilePage(_ entry: UInt64) -> Bool { entry >> 61 & 0b101 == 0b101 }
}
