extension LineEditor {
  /// Does what a key means in a line of text.
  ///
  /// Arrows, Home, End, Backspace, Delete, Ctrl-A E B F D H U K W, Alt-B F D and printable
  /// characters are taken; Enter, Esc, Tab, up, down and the rest are the owner's.
  ///
  /// - Returns: Whether the key belonged to the editor, even if it could do nothing.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      insert(String(character))
      return true
    case .left, .control("b"): moveInsertionPoint(to: insertionPoint - 1)
    case .right, .control("f"): moveInsertionPoint(to: insertionPoint + 1)
    case .home, .control("a"): moveInsertionPoint(to: 0)
    case .end, .control("e"): moveInsertionPoint(to: characters.count)
    case .alt("b"): moveInsertionPoint(to: wordStart)
    case .alt("f"): moveInsertionPoint(to: wordEnd)
    case .backspace, .control("h"):
      if insertionPoint > 0 { remove(insertionPoint - 1..<insertionPoint) }
    case .delete, .control("d"):
      if insertionPoint < characters.count { remove(insertionPoint..<insertionPoint + 1) }
    case .control("u"): remove(0..<insertionPoint)
    case .control("k"): remove(insertionPoint..<characters.count)
    case .control("w"): remove(wordStart..<insertionPoint)
    case .alt("d"): remove(insertionPoint..<wordEnd)
    case .up, .down, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .insert, .function,
      .control, .alt:
      return false
    }
    inputTaken()
    return true
  }

  /// Where the word at or before the caret begins.
  private var wordStart: Int {
    var position = insertionPoint
    while position > 0, !Self.isWordCharacter(characters[position - 1]) { position -= 1 }
    while position > 0, Self.isWordCharacter(characters[position - 1]) { position -= 1 }
    return position
  }

  /// Where the word at or after the caret ends.
  private var wordEnd: Int {
    var position = insertionPoint
    let end = characters.count
    while position < end, !Self.isWordCharacter(characters[position]) { position += 1 }
    while position < end, Self.isWordCharacter(characters[position]) { position += 1 }
    return position
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
