import Foundation

@testable import PortalScreens

/// The whole state as text: what a failure is explained with, and what every state must have.
struct WrittenState {
  private var last: (state: State, text: Data)?

  /// Why a state cannot be written down, or what is missing from the text.
  mutating func flaws(of state: State) -> [String] {
    do {
      let text = try JSONEncoder().encode(state)
      defer { last = (state, text) }
      return last?.text == text && last?.state != state
        ? ["a change of the state is not in what is written of it"] : []
    } catch {
      return ["the state cannot be written down: \(error)"]
    }
  }
}

/// What differs between two states, as the lines of their text that are gone and new.
func changes(from before: State, to after: State) -> [String] {
  func lines(_ state: State) -> [Substring] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let text = try? encoder.encode(state) else { return ["(cannot be written down)"] }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }
  let difference = lines(after).difference(from: lines(before))
  let texts = (Array(difference.removals) + Array(difference.insertions)).map { change in
    switch change {
    case .remove(_, let line, _): "- \(line)"
    case .insert(_, let line, _): "+ \(line)"
    }
  }
  return texts.prefix(120) + (texts.count > 120 ? ["… and \(texts.count - 120) lines more"] : [])
}
