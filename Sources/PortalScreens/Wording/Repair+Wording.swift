import PortalModel

extension Repair {
  /// What is to be done, a sentence a step, the request's own change last.
  public var sentences: [String] {
    steps.map(\.sentence) + (request.map { [$0.sentence] } ?? [])
  }

  /// The repair in one line, for `f fix`: `bob approves the request of front-end-app …`.
  public var summary: String {
    let doings = steps.map { "\($0.by) \($0.command.present)" }
    let change = request.map { [$0.short] } ?? []
    let words = doings + change
    return words.isEmpty ? "nothing would help" : words.joined(separator: ", then ")
  }
}

extension Repair.Step {
  /// The step: `bob approves the request of front-end-app toward back-end-api.`
  public var sentence: String { "\(by) \(command.present)\(others)." }

  private var others: String {
    guard let managers else { return " (anybody may)" }
    if managers.owner != by { return " (the owner, \(managers.owner), may as well)" }
    return managers.administrators.map { " (anybody in group \($0) may as well)" } ?? ""
  }
}

extension Repair.RequestChange {
  /// What to send instead, as a sentence.
  public var sentence: String {
    switch self {
    case .set(let parameters):
      "Send \(listed(parameters.map { "\($0.name)=\($0.value)" })) in the request."
    case .remove(let names): "Leave \(listed(names)) out of the request."
    case .sendOnce(let names): "Send \(listed(names)) once only."
    case .postForm: "Send the request as a POST with a form body, as curl -d does."
    case .authenticate(let id):
      "Send the present secret of \(id) with the request; its managers can see it."
    case .callAs(let id): "Let \(id), which holds the token, make the request itself."
    case .signInAgain(nil, nil): "Sign in again, and send the access token got thereby."
    case .signInAgain(let user?, nil):
      "Let \(user) sign in again, and send the access token got thereby."
    case .signInAgain(nil, let application?):
      "Let the user sign in to \(application), and send the access token got thereby."
    case .signInAgain(let user?, let application?):
      "Let \(user) sign in to \(application), and send the access token got thereby."
    case .restartSignIn(let id):
      "Send the browser through the sign-in of \(id) again, and use the new code."
    case .restartDevice(let id): "Let the device of \(id) start again, and use its new codes."
    case .exchangeToken(let target): "Exchange the token toward \(target), and send the new one."
    case .sendBearer: "Send an access token in the header Authorization, after the word Bearer."
    case .approveDevice: "Let the user approve on the device page, then ask again."
    case .wait(let seconds): "Ask again after \(seconds) seconds."
    }
  }

  /// What to do, in a few words without a full stop.
  var short: String {
    let text = sentence.dropLast()
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension Verdict {
  /// The shortest change that would make it a yes, and who can make it; `nil` where none is known.
  public var shortestChange: String? {
    repairs.first.map { "The shortest change that would make it a yes: \($0.summary)." }
  }
}
