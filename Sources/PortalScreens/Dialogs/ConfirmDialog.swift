import PortalModel
import TerminalKit

/// A question before something goes. The default answer is Cancel.
struct ConfirmDialog: Hashable, Encodable, Sendable {
  enum Consequence: Hashable, Encodable, Sendable {
    case command(PortalCommand)
    /// Close this and the dialog behind it.
    case discard
    /// Close every dialog, and go where something can be done about a refusal.
    case leave(for: Remedy)
    /// Go back or forward in what happened.
    case rewind(Rewind)
    /// Start the token endpoint on another port than the issuer's.
    case serve(elsewhere: Int)
  }

  var title: String
  var lines: [String]
  var consequence: Consequence
  var buttons: ButtonRow

  init(
    title: String, lines: [String], verb: String, consequence: Consequence, isSafe: Bool = false,
    otherwise: String = "Cancel"
  ) {
    self.title = title
    self.lines = lines
    self.consequence = consequence
    buttons = ButtonRow([otherwise, verb], selected: isSafe ? 1 : 0)
  }

  init(title: String, lines: [String], verb: String, command: PortalCommand) {
    self.init(title: title, lines: lines, verb: verb, consequence: .command(command))
  }

  /// Esc in a form or prompt with something typed.
  static let discard = ConfirmDialog(
    title: "Throw away what you typed?", lines: ["Nothing has been sent."],
    verb: "Throw away", consequence: .discard, otherwise: "Keep typing")

  mutating func handle(_ key: Key, _ context: ScreenContext) -> [Step] {
    if key == .escape { return declined }
    if buttons.handle(key) { return [] }
    switch key {
    case .tab: buttons.select(0)
    case .backTab: buttons.select(buttons.titles.count - 1)
    case .enter, .character(" "): return buttons.selected == 0 ? declined : confirmed(context)
    case .character("y"): return confirmed(context)
    case .character("n"): return declined
    default:
      return [
        .note(
          "\(keyName(.confirmLeft)) \(keyName(.confirmRight)) choose, \(keyName(.confirmPress)) does it, "
            + "\(keyName(.confirmCancel)) cancels")
      ]
    }
    return []
  }

  /// The answer is no: that nothing has happened is said where something would have.
  private var declined: [Step] {
    switch consequence {
    case .command, .rewind: [.close, .note("\(verb): not done, nothing was changed")]
    case .discard, .leave, .serve: [.close]
    }
  }

  private var verb: String { buttons.titles.last ?? "" }

  private func confirmed(_ context: ScreenContext) -> [Step] {
    switch consequence {
    case .command(let command): [.close, .effect(.perform(command, as: context.acting.id))]
    case .discard: [.close, .close]
    case .leave(let remedy): [.close, .deliver(.left(for: remedy))]
    case .serve(let port): [.close, .deliver(.elsewhere(port))]
    case .rewind(let rewind): [.close, .effect(.rewind(rewind, as: context.acting.id))]
    }
  }
}
