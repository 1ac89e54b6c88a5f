import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request trickles in, or whose reply is not taken.
///
/// Idle connections and unfinished heads are the library's to close; what it does not bound is a
/// body that comes a byte at a time, and a client that never reads. Also lets a client go on that
/// waits for leave to send its body (`Expect: 100-continue`).
final class TransferDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  /// A head has come and the end of its body has not.
  private var isReading = false
  /// Replies whose last byte the system has not taken yet.
  private var unsent = 0
  private var reading: Scheduled<Void>?
  private var sending: Scheduled<Void>?

  init(_ limits: EndpointLimits) { limit = .milliseconds(Int64(limits.transfer)) }

  func handlerRemoved(context: ChannelHandlerContext) { cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      isReading = true
      if head.headerFields[.expect]?.lowercased() == "100-continue" {
        let leave = HTTPResponsePart.head(HTTPResponse(status: .continue))
        context.writeAndFlush(wrapOutboundOut(leave), promise: nil)
      }
    case .body: break
    case .end:
      isReading = false
      reading?.cancel()
      reading = nil
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if isReading, reading == nil { reading = closing(context) }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else {
      context.write(data, promise: promise)
      return
    }
    unsent += 1
    let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    sent.futureResult.whenComplete { _ in bound.value.finishSending() }
    context.write(data, promise: sent)
  }

  func flush(context: ChannelHandlerContext) {
    context.flush()
    if unsent > 0, sending == nil { sending = closing(context) }
  }

  private func finishSending() {
    unsent -= 1
    guard unsent == 0 else { return }
    sending?.cancel()
    sending = nil
  }

  private func closing(_ context: ChannelHandlerContext) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }

  private func cancel() {
    reading?.cancel()
    sending?.cancel()
  }
}
