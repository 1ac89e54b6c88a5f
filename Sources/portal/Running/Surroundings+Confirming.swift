import TerminalKit

extension Surroundings {
  /// Asks somebody to type a word before what cannot be taken back lightly is done.
  ///
  /// - Throws: `UsageError` where nobody can be asked, or another word was typed.
  func confirm(word: String, warning: [String]) throws {
    guard canAsk else {
      let sentences = warning.joined(separator: " ")
      throw UsageError("\(sentences) Nobody can be asked here: give --yes to \(word).")
    }
    // A question is not written over, and whoever thinks about it does not make the work long.
    WorkNote.current?.pause()
    defer { WorkNote.current?.goOn() }
    let question = "Type \"\(word)\" to go on: "
    if warning.count == 1 {
      errors("\(TerminalText.sanitised(warning[0])) \(question)")
    } else {
      warn(warning)
      errors(question)
    }
    guard readLine() == word else {
      throw UsageError("Nothing was changed, for the word \"\(word)\" was not typed.")
    }
  }
}
