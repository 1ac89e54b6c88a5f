import PortalModel
import PortalScreens
import PortalStore

/// Keeps what is to be remembered while the screens are open: a program that is killed forgets a second.
struct MemoryKeeper {
  private let home: PortalHome
  private var kept: (memory: Memory, last: MemoryFile.Last)?
  /// What this program has read or written of the story: another's later word on it stays.
  private var story = ""
  private var time: ContinuousClock.Instant?

  /// How long lies between two writings, in milliseconds.
  private static let pause = 1_000

  init(home: PortalHome) { self.home = home }

  /// What is remembered of a person and of the story.
  mutating func read(of person: IdentityIdentifier) -> Memory {
    let file = MemoryFile(home: home, person: person)
    var memory = file.places
    story = file.story
    if !story.isEmpty { memory.story = story }
    return memory
  }

  /// Writes what has changed, unless something was written a moment ago.
  ///
  /// - Returns: After how many milliseconds there is something to write; `nil` where all is written.
  mutating func keep(_ memory: Memory, _ last: MemoryFile.Last) -> Int? {
    if let kept, kept == (memory, last) { return nil }
    let now = ContinuousClock.now
    if let time, time.duration(to: now).milliseconds < Self.pause {
      return Self.pause - time.duration(to: now).milliseconds
    }
    time = now
    keepNow(memory, last)
    return nil
  }

  /// Writes what has changed.
  mutating func keepNow(_ memory: Memory, _ last: MemoryFile.Last) {
    guard let person = last.person else { return }
    let file = MemoryFile(home: home, person: person)
    var places = memory
    places.story = ""
    if memory.story != story { file.keep(story: memory.story) }
    file.keep(places: places)
    file.keep(last: last)
    story = memory.story
    kept = (memory, last)
  }
}
