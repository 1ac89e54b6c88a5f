import HTTPTypes
import Hummingbird
import PortalModel
import PortalTokens

extension Endpoint {
  /// `token`: the order of checks is the service's; what cannot be decoded never gets there, since
  /// nothing could be said of it with certainty.
  func token(_ call: Call, explains: Bool) async throws -> Response {
    guard let form = call.form else {
      var response = Response.malformed
      response.headers.addNoStore()
      return response
    }
    let answer = try await service.answer(call.request(form), at: clock())
    var response = Response(answer.reply)
    response.headers.addNoStore()
    if answer.reply.status == 405 { response.headers[.allow] = "OPTIONS, POST" }
    try share(&response, call, answer.verdict)
    if explains, answer.verdict.failure != nil, let words = watch.explain(answer.verdict) {
      response.headers[.reason] = words
    }
    return response
  }

  /// Lets the client's own pages read the reply. Refusals of clients that are none may be read by
  /// anybody; before the client is looked at, nobody is known.
  private func share(_ response: inout Response, _ call: Call, _ verdict: Verdict) throws {
    guard call.origin != nil else { return }
    SharedReply.add(
      to: &response.headers, origin: call.origin, readers: try readers(verdict),
      exposing: "Access-Control-Allow-Methods")
  }

  private func readers(_ verdict: Verdict) throws -> SharedReply.Readers {
    guard let check = verdict.checks.first(where: { $0.id == .client }) else { return .nobody }
    switch (check.outcome, check.found) {
    case (.failed, _): return .anybody
    case (.passed, .client(let id, _)): return .origins(try webOrigins(of: id))
    default: return .nobody
    }
  }

  /// The origins whose pages may read what a client is answered.
  func webOrigins(of client: ApplicationIdentifier) throws -> [String] {
    try store.read { try $0.registration(of: client)?.webOrigins ?? [] }
  }
}
