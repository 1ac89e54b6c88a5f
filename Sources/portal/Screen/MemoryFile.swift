import Glibc
import PortalModel
import PortalScreens
import PortalStore

/// Where a person was, in a small file of the home, and how far its story has come, in another that all
/// its people share; outside the journal, since they change nothing.
struct MemoryFile {
  private let path: String
  private let storyPath: String
  private let lastPath: String

  init(home: PortalHome, person: IdentityIdentifier) {
    let name = person.text.map { $0 == "/" ? "_" : $0 }
    path = "\(home.folder)/memory-\(String(name))"
    storyPath = "\(home.folder)/story"
    lastPath = "\(home.folder)/last"
  }

  /// What is remembered of the person; nothing where there is no file, or none that can be read.
  var places: Memory { Memory(text: text(path)) }

  /// What is remembered of the story; empty where nothing is.
  var story: String {
    text(storyPath).split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Keeps what is remembered of the person. Where it cannot be written, nothing is lost but convenience.
  func keep(places: Memory) { keep(places.text, in: path) }

  /// Has the story's next step shown at the next start.
  static func beginStory(home: PortalHome) {
    MemoryFile(home: home, person: IdentityIdentifier(trusted: "")).keep(story: "on")
  }

  /// Whom somebody acted as when they left, and the theme that they chose in the screens, if they did.
  struct Last: Hashable {
    var person: IdentityIdentifier?
    var theme = ""
  }

  /// How the portal was left; nothing where there is no file, or none that can be read.
  static func last(home: PortalHome) -> Last {
    let file = MemoryFile(home: home, person: IdentityIdentifier(trusted: ""))
    let lines = file.text(file.lastPath).split(separator: "\n", omittingEmptySubsequences: false)
    return Last(
      person: lines.first.flatMap { try? IdentityIdentifier(String($0)) },
      theme: lines.count > 1 ? String(lines[1]) : "")
  }

  /// Keeps how the portal was left.
  func keep(last: Last) { keep("\(last.person?.text ?? "")\n\(last.theme)\n", in: lastPath) }

  /// Keeps what is remembered of the story.
  func keep(story: String) { keep(story + "\n", in: storyPath) }

  private func text(_ path: String) -> String {
    (try? TextFile.read(path, maximum: 1 << 14)) ?? ""
  }

  private func keep(_ text: String, in path: String) {
    guard text != self.text(path) else { return }
    try? TextFile.write(text, to: path, isDurable: false)
  }
}
