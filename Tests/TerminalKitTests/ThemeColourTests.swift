import Foundation
import Testing

@testable import TerminalKit

/// Colours computed, not looked at: enough contrast to read them, and states apart for eyes that tell red
/// from green badly or not at all.
@Suite struct ThemeColourTests {
  private static let coloured: [Theme] = [.dark, .light, .contrast]

  /// WCAG 2.1, 1.4.3: text 4.5 to 1. Lines and frames carry no text: 3 to 1 (1.4.11).
  @Test(arguments: coloured, StyleRole.allCases)
  func textIsReadOnItsGround(theme: Theme, role: StyleRole) {
    let (front, back) = theme.colours(of: role)
    let wanted = role == .border ? 3.0 : theme == .contrast ? 7.0 : 4.5
    #expect(contrast(front, back) >= wanted, "\(theme.name) \(role): \(contrast(front, back))")
  }

  /// The dark theme is also used on grounds a little lighter than its own.
  @Test(arguments: [ColorIndex(0), 16, 233, 234, 235])
  func theDarkThemeIsReadOnEveryDarkGround(ground: ColorIndex) {
    for role in StyleRole.allCases where Theme.dark.style(for: role).background == nil {
      let front = Light(Theme.dark.style(for: role).foreground ?? Theme.dark.paper.ink)
      let wanted = role == .border ? 3.0 : 4.5
      #expect(contrast(front, Light(ground)) >= wanted, "\(role) on \(ground.rawValue)")
    }
  }

  /// Machado, Oliveira and Fernandes (2009), severity 1. A distance of 2.3 is just seen in Lab; ten times
  /// that is told apart at a glance.
  @Test(arguments: coloured, Eyes.allCases)
  func statesAreToldApartByAllEyes(theme: Theme, eyes: Eyes) {
    let pairs: [(StyleRole, StyleRole)] = [
      (.granted, .pending), (.granted, .refused), (.pending, .refused), (.added, .removed),
      (.added, .changed), (.removed, .changed), (.granted, .warning),
    ]
    for (left, right) in pairs {
      let styles = [theme.style(for: left), theme.style(for: right)]
      if theme == .contrast, styles[0].underline != styles[1].underline { continue }
      let distance = eyes.lab(theme.colours(of: left).front)
        .distance(to: eyes.lab(theme.colours(of: right).front))
      #expect(distance >= 20, "\(theme.name) \(left) and \(right) for \(eyes): \(distance)")
    }
  }

  /// The measure itself: red and green are far apart for most, and near for these eyes.
  @Test func theSimulationMakesRedAndGreenAlike() {
    let (red, green) = (Light(ColorIndex(124)), Light(ColorIndex(64)))
    func distance(_ eyes: Eyes) -> Double { eyes.lab(red).distance(to: eyes.lab(green)) }
    #expect(distance(.usual) > 80)
    #expect(distance(.deuteranopia) < 30)
    #expect(abs(contrast(Light(ColorIndex(16)), Light(ColorIndex(231))) - 21) < 0.01)
  }
}

/// Linear red, green and blue, 0 to 1.
private struct Light {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  init(_ colour: ColorIndex) {
    let parts = colour.components
    func linear(_ value: Int) -> Double {
      let value = Double(value) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    self.init(linear(parts.red), linear(parts.green), linear(parts.blue))
  }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }
}

private func contrast(_ one: Light, _ other: Light) -> Double {
  let (dark, light) = (min(one.luminance, other.luminance), max(one.luminance, other.luminance))
  return (light + 0.05) / (dark + 0.05)
}

extension Theme {
  fileprivate func colours(of role: StyleRole) -> (front: Light, back: Light) {
    let style = style(for: role)
    return (Light(style.foreground ?? paper.ink), Light(style.background ?? paper.ground))
  }
}

enum Eyes: CaseIterable, Sendable {
  case usual, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  fileprivate func lab(_ light: Light) -> Lab {
    let seen = matrix.map { row in
      min(1, max(0, row[0] * light.red + row[1] * light.green + row[2] * light.blue))
    }
    return Lab(Light(seen[0], seen[1], seen[2]))
  }
}

/// CIE L*a*b*, white D65.
private struct Lab {
  var lightness: Double
  var a: Double
  var b: Double

  init(_ light: Light) {
    func scaled(_ value: Double) -> Double {
      value > 0.008856 ? pow(value, 1.0 / 3) : 7.787 * value + 16.0 / 116
    }
    let x = scaled(
      (0.4124 * light.red + 0.3576 * light.green + 0.1805 * light.blue) / 0.9505)
    let y = scaled(light.luminance)
    let z = scaled((0.0193 * light.red + 0.1192 * light.green + 0.9505 * light.blue) / 1.089)
    (lightness, a, b) = (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  func distance(to other: Lab) -> Double {
    let parts = [lightness - other.lightness, a - other.a, b - other.b]
    return parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
