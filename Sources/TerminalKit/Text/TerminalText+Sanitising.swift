extension TerminalText {
  /// The text without anything that steers a terminal or reorders what is read.
  ///
  /// Removed: C0 and C1 controls, whole ESC, CSI, OSC, DCS, SOS, PM and APC sequences,
  /// bidirectional marks, embeddings, overrides and isolates, invisible characters except
  /// joiners and variation selectors inside an emoji, and marks beyond `marksPerCell`. A line
  /// break, tab or paragraph separator becomes one space. A sequence that never ends loses
  /// only its introducer, so it cannot hide the text after it.
  public static func sanitised(_ text: String) -> String {
    if isSimple(text) { return text }
    var sanitiser = Sanitiser(Array(text.unicodeScalars))
    return sanitiser.run()
  }
}

/// One pass over the scalars of a text.
private struct Sanitiser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var output = String.UnicodeScalarView()
  private var marks = 0
  private var previous: Unicode.Scalar?
  /// Set once a search for the end of a control string failed, so no later one is tried: the
  /// work stays linear whatever the text.
  private var noStringEnds = false

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    output.reserveCapacity(scalars.count)
  }

  mutating func run() -> String {
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar.value {
      case 0x20...0x7E: keep(scalar)
      case 0x0D:
        if index < scalars.count, scalars[index].value == 0x0A { index += 1 }
        keep(" ")
      case 0x09...0x0C, 0x85, 0x2028, 0x2029: keep(" ")
      case 0x1B: skipEscape()
      case 0x9B: skipControlSequence()
      case 0x90, 0x98, 0x9D...0x9F: skipControlString()
      case 0x00...0x1F, 0x7F...0x9F: break
      default: keepUnicode(scalar)
      }
    }
    return String(output)
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    output.append(scalar)
    previous = scalar
    marks = 0
  }

  private mutating func keepUnicode(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if scalar.value == 0x200D {
      guard let previous, index < scalars.count,
        previous.properties.isEmoji || previous.value == 0xFE0F
          || previous.properties.isEmojiModifier,
        scalars[index].value > 0xFF, scalars[index].properties.isEmoji
      else { return }
      output.append(scalar)
    } else if properties.isVariationSelector {
      guard let base = previous, base != " ", !base.properties.isVariationSelector else { return }
      output.append(scalar)
      previous = scalar
    } else if properties.isDefaultIgnorableCodePoint || scalar.isInterlinearAnnotation {
      return
    } else if properties.generalCategory == .unassigned {
      keep("\u{FFFD}")
    } else if scalar.terminalColumns == 0 {
      marks += 1
      guard previous != nil, marks <= TerminalText.marksPerCell else { return }
      output.append(scalar)
    } else {
      keep(scalar)
    }
  }

  /// After ESC: a sequence is intermediates and one final character.
  private mutating func skipEscape() {
    guard index < scalars.count else { return }
    switch scalars[index] {
    case "[":
      index += 1
      skipControlSequence()
    case "]", "P", "X", "^", "_":
      index += 1
      skipControlString()
    default:
      let start = index
      while index < scalars.count, (0x20...0x2F).contains(scalars[index].value) { index += 1 }
      if index < scalars.count, (0x30...0x7E).contains(scalars[index].value) {
        index += 1
      } else {
        index = start
      }
    }
  }

  /// After CSI: parameters, intermediates, one final character.
  private mutating func skipControlSequence() {
    while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
    if index < scalars.count, (0x40...0x7E).contains(scalars[index].value) { index += 1 }
  }

  /// After OSC and its kin: everything up to BEL or ST.
  private mutating func skipControlString() {
    guard !noStringEnds else { return }
    var end = index
    while end < scalars.count {
      switch scalars[end].value {
      case 0x07, 0x9C:
        index = end + 1
        return
      case 0x1B where end + 1 < scalars.count && scalars[end + 1] == "\\":
        index = end + 2
        return
      default: end += 1
      }
    }
    noStringEnds = true
  }
}

extension Unicode.Scalar {
  /// Interlinear annotation controls: invisible, yet not default-ignorable.
  fileprivate var isInterlinearAnnotation: Bool { (0xFFF9...0xFFFB).contains(value) }
}
