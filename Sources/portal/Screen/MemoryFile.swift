import Glibc
import PortalModel
import PortalScreens
import PortalStore

/// Where a person was, in a small file of the home; outside the journal, since it changes nothing.
struct MemoryFile {
  let path: String

  init(home: PortalHome, person: IdentityIdentifier) {
    let name = person.text.map { $0 == "/" ? "_" : $0 }
    path = "\(home.folder)/memory-\(String(name))"
  }

  /// What is remembered; nothing where there is no file, or none that can be read.
  func read() -> Memory {
    (try? TextFile.read(path, maximum: 1 << 14)).map(Memory.init(text:)) ?? Memory()
  }

  /// Keeps a memory. Where it cannot be written, nothing is lost but convenience.
  func write(_ memory: Memory) {
    if memory != read() { try? TextFile.write(memory.text, to: path) }
  }
}
