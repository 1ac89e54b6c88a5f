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
    endpoint = .changing
    return [.serve(!isOn)]
  }

  /// The endpoint has started or stopped, or could not.
  mutating func served(_ result: Result<EndpointReport, PortalFailure>) {
    switch result {
    case .success(let report):
      endpoint = report.state
      if let problem = report.problem {
        say(PortalFailure(problem))
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

  /// Makes a report.
  public init(
    state: EndpointState, address: String? = nil, warning: String? = nil,
    problem: Explanation? = nil
  ) {
    self.state = state
    self.address = address
    self.warning = warning
    self.problem = problem
  }

  var sentence: String {
    guard let address else { return "The token endpoint is stopped" }
    return (["The token endpoint answers at \(address)"] + [warning].compactMap(\.self))
      .joined(separator: ". ")
  }
}
