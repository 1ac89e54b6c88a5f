import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Connections whose requests are answered on the thread that reads them.
///
/// An answer takes half a millisecond, nearly all of it one signature. Handing it to another thread and
/// back costs a fifth of that, and there are as many reading threads as cores. The library's own channel
/// passes each part of a request and of its reply through a stream of its own, which for whole small
/// requests is more than the work of reading them (Docs/decisions/0009).
struct AnsweringChannel: ServerChildChannel {
  /// An open connection.
  struct Value: ServerChildChannelValue {
    let channel: any Channel
  }

  let responder: EndpointResponder

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    let limits = responder.limits
    return channel.eventLoop.makeCompletedFuture {
      var decoding = NIOHTTPDecoderLimitConfiguration()
      decoding.maxHeaderFieldSize = limits.headers
      decoding.maxHeaderListSize = limits.headers
      decoding.maxHeaderFieldCount = limits.headerCount
      let pipeline = channel.pipeline.syncOperations
      try pipeline.configureHTTPServerPipeline(
        withPipeliningAssistance: false, withErrorHandling: false,
        withOutboundHeaderValidation: false, withEncoderConfiguration: .init(),
        withDecoderLimitConfiguration: decoding)
      try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
      try pipeline.addHandler(TransferDeadline(limits))
      try pipeline.addHandler(
        HTTPConnectionStateHandler(
          idleTimeout: .milliseconds(Int64(limits.idle)), logger: logger))
      try pipeline.addHandler(RequestHandler(responder, on: channel.eventLoop))
      return Value(channel: channel)
    }
  }

  /// Waits until the connection is closed; where nobody has time left, closes it.
  func handle(value: Value, logger: Logger) async {
    await withTaskCancellationHandler {
      try? await value.channel.closeFuture.get()
    } onCancel: {
      value.channel.close(promise: nil)
    }
  }
}

/// Runs a connection's tasks on its event loop.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
