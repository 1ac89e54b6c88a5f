import PortalModel
import TerminalKit

/// What the token endpoint of this program does.
public enum EndpointState: Hashable, Encodable, Sendable {
  /// Nobody can reach it.
  case stopped
  /// It is being started or stopped.
  case changing
  /// It answers on this port; whether that is where the issuer says that it is.
  case running(port: Int, isIssuers: Bool = true)
  /// It could not be started on this port.
  case failed(port: Int)

  /// Whether the key starts it.
  var isOff: Bool {
    switch self {
    case .stopped, .failed: true
    case .changing, .running: false
    }
  }
}

extension State {
  /// Starts the endpoint, or stops it.
  mutating func toggleEndpoint() -> [Effect] {
    guard endpoint != .changing else {
      message = Message(kind: .note, text: "The endpoint is being started or stopped")
      return []
    }
    let isOn = !endpoint.isOff
    return turnEndpoint(!isOn)
  }

  private mutating func turnEndpoint(_ isOn: Bool) -> [Effect] {
    endpoint = .changing
    return [.serve(isOn, elsewhere: isOn ? otherPort : nil)]
  }

  /// Starts the endpoint on another port than the issuer's, which is taken; and there again the next time.
  mutating func startEndpoint(elsewhere port: Int) -> [Effect] {
    otherPort = port
    return turnEndpoint(true)
  }

  /// The endpoint has started or stopped, or could not.
  mutating func served(_ result: Result<EndpointReport, PortalFailure>) {
    switch result {
    case .success(let report):
      endpoint = report.state
      if let address = report.address { tokenEndpoint = address }
      if let problem = report.problem {
        say(PortalFailure(problem))
        if let other = report.other { dialogs.append(.confirm(.elsewhere(other, problem))) }
        return
      }
      message = Message(kind: report.warning == nil ? .done : .note, text: report.sentence)
    case .failure(let failure):
      endpoint = .stopped
      say(failure)
    }
  }

  /// What row 2 says of it; nothing while it is stopped.
  var endpointMark: (text: String, role: StyleRole)? {
    switch endpoint {
    case .stopped: nil
    case .changing: (":\(glyphs.ellipsis)", .pending)
    case .running(let port, isIssuers: true): (":\(port) \(glyphs.granted)", .granted)
    case .running(let port, isIssuers: false): (":\(port) !", .warning)
    case .failed(let port): (":\(port) \(glyphs.refused)", .refused)
    }
  }
}

/// What came of starting or stopping the endpoint.
public struct EndpointReport: Hashable, Encodable, Sendable {
  /// What it does now.
  public var state: EndpointState
  /// Where clients find the token endpoint; `nil` where it was stopped.
  public var address: String?
  /// What somebody should know before pointing clients at it.
  public var warning: String?
  /// Why it could not be started.
  public var problem: Explanation?
  /// Where it could listen instead.
  public var other: OtherPort?

  /// A port that is free, and what somebody should know before they choose it.
  public struct OtherPort: Hashable, Encodable, Sendable {
    /// The port.
    public var port: Int
    /// Which clients will not do with it, and what would help.
    public var warning: String

    /// Makes an offer.
    public init(port: Int, warning: String) {
      self.port = port
      self.warning = warning
    }
  }

  /// Makes a report.
  public init(
    state: EndpointState, address: String? = nil, warning: String? = nil,
    problem: Explanation? = nil, other: OtherPort? = nil
  ) {
    self.state = state
    self.address = address
    self.warning = warning
    self.problem = problem
    self.other = other
  }

  var sentence: String {
    guard let address else { return "The token endpoint is stopped" }
    return (["The token endpoint answers at \(address)"] + [warning].compactMap(\.self))
      .joined(separator: ". ")
  }
}

extension ConfirmDialog {
  /// The question whether another port will do.
  static func elsewhere(
    _ other: EndpointReport.OtherPort, _ problem: Explanation
  ) -> ConfirmDialog {
    ConfirmDialog(
      title: "Listen on port \(other.port) instead?",
      lines: [problem.what, other.warning, problem.next].filter { !$0.isEmpty },
      verb: "Listen on \(other.port)", consequence: .serve(elsewhere: other.port), isSafe: true)
  }
}
