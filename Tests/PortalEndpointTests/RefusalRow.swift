import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

/// One row of the reference page, as a client meets it: what it sends, and what comes back.
struct RefusalRow: Sendable, CustomTestStringConvertible {
  var reason: String
  var note: String
  var status: Int
  var error: String?
  var description: String?
  var send: @Sendable (EndpointStage) async throws -> Received

  var testDescription: String { note.isEmpty ? reason : "\(reason) \(note)" }

  /// A row whose request is the story's exchange, changed.
  init(
    _ reason: String, note: String = "", _ status: Int, _ error: String?, _ description: String?,
    _ change: @escaping @Sendable (EndpointStage, inout Form) async throws -> Void
  ) {
    self.init(sending: reason, note: note, status, error, description) { stage in
      var form = stage.exchange(try await stage.subject().compact)
      try await change(stage, &form)
      return try await stage.post(form)
    }
  }

  init(
    sending reason: String, note: String = "", _ status: Int, _ error: String?,
    _ description: String?,
    _ send: @escaping @Sendable (EndpointStage) async throws -> Received
  ) {
    self.reason = reason
    self.note = note
    self.status = status
    self.error = error
    self.description = description
    self.send = send
  }

  /// Sees the refusal: the real service's words in the body, the reason in the header only.
  func run() async throws {
    try await EndpointStage.run { stage in
      let reply = try await send(stage)
      #expect(reply.status == status)
      #expect(reply.refusal == [error, description])
      #expect(reply["x-sim-reason"] == reason)
      #expect(reply["cache-control"] == "no-store")
      #expect(reply["pragma"] == "no-cache")
      #expect(reply["content-type"] == (error == nil ? nil : "application/json"))
      if error != nil {
        let members = reply.json.flatMap { json -> [String]? in
          if case .object(let members) = json { members.map(\.name) } else { nil }
        }
        #expect(members == ["error", "error_description"])
      }
      let entry = try #require(stage.notes.entries.last)
      #expect(entry.reason == reason)
      #expect(entry.status == status)
    }
  }
}
