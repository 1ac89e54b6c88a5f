import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// The screens on a portal in memory: keys go in, effects are carried out at once, frames come out.
final class Stage {
  var state: State
  let portal: MemoryPortal
  let now: Instant
  /// The effects that only a terminal can carry out, in order.
  var terminalEffects: [Effect] = []
  /// What 7 Activity shows, and what it was asked to do.
  let activity = MemoryActivity()
  private let runner: EffectRunner

  init(
    _ portal: MemoryPortal, as person: IdentityIdentifier = Story.alice, columns: Int = 80,
    rows: Int = 24, glyphs: Glyphs = .unicode
  ) async throws {
    self.portal = portal
    now = Story.start.advanced(seconds: 120)
    let identity = try #require(portal.facts.identity(person))
    state = State(
      size: Size(columns: columns, rows: rows), acting: Acting(identity: identity),
      glyphs: glyphs)
    runner = EffectRunner(client: .memory(portal, now: now, activity: activity))
    await carryOut(state.initialEffects)
  }

  static func story(
    as person: IdentityIdentifier = Story.alice, columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode
  ) async throws -> Stage {
    try await Stage(
      MemoryPortal.story(), as: person, columns: columns, rows: rows, glyphs: glyphs)
  }

  /// Presses keys by name, several separated by blanks: `n Tab Esc Space Ctrl-C`.
  func press(_ names: String) async throws {
    for name in names.split(separator: " ") {
      try await send(.key(try #require(Key(name: String(name)), "no key \(name)")))
    }
  }

  func type(_ text: String) async throws {
    for character in text { try await send(.key(.character(character))) }
  }

  func paste(_ text: String) async throws { try await send(.paste(text)) }

  func send(_ event: TerminalEvent) async throws {
    await act(.event(event))
    try expectSoundFrame()
  }

  func act(_ action: Action) async {
    await carryOut(reduce(&state, action, World(now: now)))
  }

  var frame: Frame { render(state, now: now) }

  var text: String { frame.text }

  /// What stands between the last rule and the footer: one row, or more for a long refusal.
  var message: String {
    let rows = (0..<state.size.rows - 1).map { frame.rowText($0) }
    let rule = rows.lastIndex { $0.hasPrefix(state.glyphs.horizontal) } ?? 0
    return rows[(rule + 1)...].map(\.trimmingBlanks).joined(separator: " ")
  }

  private func carryOut(_ effects: [Effect]) async {
    for effect in effects {
      if let action = await runner.run(effect) {
        await act(action)
      } else {
        terminalEffects.append(effect)
      }
    }
  }

  /// What must hold of every frame of every test.
  private func expectSoundFrame() throws {
    let frame = self.frame
    #expect(frame.size == state.size)
    #expect(frame.bounds.contains(frame.cursor))
    #expect(!frame.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }
}

extension String {
  var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
