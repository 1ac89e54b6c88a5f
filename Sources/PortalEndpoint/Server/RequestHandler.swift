import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Puts a connection's requests together, has them answered one after the other, and sends the replies.
///
/// While one is answered, what comes meanwhile waits; once something does, nothing more is read.
final class RequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private enum State {
    /// Nothing of a request has come.
    case idle
    /// A request is on its way.
    case reading(HTTPRequest, ByteBuffer)
    /// A request is being answered.
    case answering
    /// A request was answered before the end of its body, which is passed over.
    case skipping
  }

  private let responder: EndpointResponder
  private let executor: LoopExecutor
  private var state = State.idle
  private var waiting = CircularBuffer<HTTPRequestPart>()
  /// Whether a request whose answer is being made came with all of its body.
  private var isWhole = true
  /// Whether the connection is over after this request, whatever has come behind it.
  private var isLast = false
  /// Whether the client will send nothing more.
  private var hasAll = false
  private var holdsReading = false

  init(_ responder: EndpointResponder, on loop: any EventLoop) {
    self.responder = responder
    executor = LoopExecutor(loop)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    if case .answering = state {
      waiting.append(part)
    } else {
      take(part, context)
    }
  }

  func read(context: ChannelHandlerContext) {
    if case .answering = state, !waiting.isEmpty {
      holdsReading = true
    } else {
      // Most clients send nothing before they are answered: not to read from them either would cost
      // two calls of the system a request.
      context.read()
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent {
      hasAll = true
      if case .answering = state { return }
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  /// What is no HTTP is told so, where it is its turn; every other fault ends the connection.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if case .answering = state {
      isLast = true
      return
    }
    if error is HTTPParserError {
      let head = HTTPResponse(
        status: .badRequest, headerFields: [.connection: "close", .contentLength: "0"])
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.close(promise: nil)
  }

  private func take(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
    switch (part, state) {
    case (.head(let head), _): state = .reading(head, ByteBuffer())
    case (.body(let piece), .reading(let head, var body)):
      state = .idle
      if body.readableBytes == 0 { body = piece } else { body.writeImmutableBuffer(piece) }
      if body.readableBytes > responder.limits.body {
        isWhole = false
        answer(head, nil, context)
      } else {
        state = .reading(head, body)
      }
    case (.end, .reading(let head, let body)): answer(head, body, context)
    case (.end, .skipping): state = .idle
    case (.body, _), (.end, _): break
    }
  }

  /// - Parameter body: `nil` where it is too long.
  private func answer(_ head: HTTPRequest, _ body: ByteBuffer?, _ context: ChannelHandlerContext) {
    state = .answering
    if head.headerFields[.connection]?.lowercased() == "close" { isLast = true }
    let connection = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let responder = responder
    Task(executorPreference: executor) {
      let reply = await responder.respond(to: head, body)
      let (handler, context) = connection.value
      handler.send(reply, context)
    }
  }

  private func send(_ reply: EndpointResponder.Outgoing, _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    context.write(wrapOutboundOut(.head(reply.head)), promise: nil)
    if let body = reply.content { context.write(wrapOutboundOut(.body(body)), promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    state = isWhole ? .idle : .skipping
    isWhole = true
    while !isLast, let part = waiting.popFirst() {
      take(part, context)
      if case .answering = state { return }
    }
    if isLast || hasAll {
      context.close(promise: nil)
    } else if holdsReading {
      holdsReading = false
      context.read()
    }
  }
}
