extension Theme {
  /// For light text on a dark ground.
  public static let dark = Theme(name: "dark") { role in
    switch role {
    case .plain: Style()
    case .dim: Style(foreground: 246)
    case .heading: Style(bold: true)
    case .label: Style(foreground: 110)
    case .identity: Style(foreground: 222, bold: true)
    case .focus: Style(foreground: 231, background: 25, bold: true)
    case .selectionInactive: Style(foreground: 252, background: 238)
    case .key: Style(foreground: 117, bold: true)
    case .granted: Style(foreground: 75)
    case .pending: Style(foreground: 221)
    case .refused: Style(foreground: 209, bold: true)
    case .warning: Style(foreground: 215)
    case .added: Style(foreground: 75)
    case .removed: Style(foreground: 209)
    case .changed: Style(foreground: 221)
    case .accent: Style(foreground: 117, bold: true, underline: true)
    case .border: Style(foreground: 243)
    case .placeholder: Style(foreground: 246)
    case .match: Style(foreground: 221, bold: true, underline: true)
    case .badge: Style(foreground: 16, background: 215, bold: true)
    }
  }

  /// For dark text on a light ground.
  public static let light = Theme(name: "light") { role in
    switch role {
    case .plain: Style()
    case .dim: Style(foreground: 241)
    case .heading: Style(bold: true)
    case .label: Style(foreground: 24)
    case .identity: Style(foreground: 94, bold: true)
    case .focus: Style(foreground: 231, background: 25, bold: true)
    case .selectionInactive: Style(foreground: 16, background: 252)
    case .key: Style(foreground: 25, bold: true)
    case .granted: Style(foreground: 25)
    case .pending: Style(foreground: 94)
    case .refused: Style(foreground: 125, bold: true)
    case .warning: Style(foreground: 125)
    case .added: Style(foreground: 25)
    case .removed: Style(foreground: 125)
    case .changed: Style(foreground: 94)
    case .accent: Style(foreground: 25, bold: true, underline: true)
    case .border: Style(foreground: 245)
    case .placeholder: Style(foreground: 242)
    case .match: Style(foreground: 94, bold: true, underline: true)
    case .badge: Style(foreground: 231, background: 130, bold: true)
    }
  }

  /// Without any colour: attributes, signs and words only.
  public static let mono = Theme(name: "mono") { role in
    switch role {
    case .plain, .label, .granted, .pending, .added, .changed, .border: Style()
    case .dim, .placeholder: Style(dim: true)
    case .heading, .identity, .key, .refused, .warning, .removed: Style(bold: true)
    case .focus: Style(reverse: true)
    case .selectionInactive, .match: Style(underline: true)
    case .accent: Style(bold: true, underline: true)
    case .badge: Style(bold: true, reverse: true)
    }
  }

  /// The strongest contrast: black, white, yellow and cyan, nothing dimmed.
  public static let contrast = Theme(name: "contrast") { role in
    switch role {
    case .plain, .dim, .placeholder, .border: Style(foreground: 15, background: 0)
    case .label, .granted, .added: Style(foreground: 14, background: 0)
    case .heading: Style(foreground: 15, background: 0, bold: true)
    case .identity: Style(foreground: 11, background: 0, bold: true)
    case .focus: Style(foreground: 0, background: 11, bold: true)
    case .selectionInactive: Style(foreground: 0, background: 15)
    case .key: Style(foreground: 14, background: 0, bold: true)
    case .pending, .changed: Style(foreground: 11, background: 0)
    case .refused, .removed, .warning:
      Style(foreground: 11, background: 0, bold: true, underline: true)
    case .accent: Style(foreground: 15, background: 0, bold: true, underline: true)
    case .match: Style(foreground: 0, background: 14)
    case .badge: Style(foreground: 0, background: 14, bold: true)
    }
  }
}
