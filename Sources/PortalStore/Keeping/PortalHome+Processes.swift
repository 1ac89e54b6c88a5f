import Glibc

/// A process that has a home's database open.
public struct HomeProcess: Hashable, Sendable {
  /// Its number.
  public var id: Int
  /// Its program's name, as the kernel keeps it: at most 15 bytes.
  public var name: String
}

extension PortalHome {
  /// The other processes of this user that have the database open, as far as `/proc` tells.
  public func otherProcesses() -> [HomeProcess] {
    guard let database = realpath(databasePath, nil) else { return [] }
    defer { free(database) }
    let path = String(cString: database)
    return Self.names(in: "/proc").compactMap { Int($0) }.sorted().compactMap { process in
      guard process != getpid(), Self.opens(process, path) else { return nil }
      return HomeProcess(id: process, name: Self.name(of: process))
    }
  }

  private static func opens(_ process: Int, _ path: String) -> Bool {
    let folder = "/proc/\(process)/fd"
    return names(in: folder).contains { descriptor in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
        guard let start = buffer.baseAddress else { return false }
        let length = readlink("\(folder)/\(descriptor)", start, buffer.count)
        guard length > 0 else { return false }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
          == path
      }
    }
  }

  private static func name(of process: Int) -> String {
    let file = open("/proc/\(process)/comm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      let count = max(0, read(file, buffer.baseAddress, buffer.count))
      return String(decoding: buffer.prefix(count), as: UTF8.self).filter { $0 != "\n" }
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
