package dev.assay.simulations;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.OptionalLong;

/**
 * Sees to it that no request is sent twice, when each was sent whole, and that Gatling's reports
 * and logs quote nothing of an answer that is no HTTP: there may be a credential in it.
 *
 * <p>When a kept connection turns out to be closed before anything of an answer came, Gatling would
 * send the request again, although the service may have acted on it. It does not when it hears of
 * an error first; the request then counts as failed.
 */
final class NoResendHandler extends ChannelDuplexHandler {

  /** Gatling checks an answer on the thread, and inside the call, that brought its end. */
  private static final ThreadLocal<OptionalLong> SENT_WHOLE =
      ThreadLocal.withInitial(OptionalLong::empty);

  private boolean waiting;
  private OptionalLong written = OptionalLong.empty();

  /**
   * When the request whose answer is being checked had been handed to the operating system whole,
   * on the clock of {@link System#nanoTime()}; unknown if the answer came before that.
   */
  static OptionalLong sentWhole() {
    return SENT_WHOLE.get();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpRequest) {
      waiting = true;
      written = OptionalLong.empty();
      super.write(context, message, promise);
    } else {
      ChannelPromise done = promise.unvoid();
      done.addListener(part -> written = OptionalLong.of(System.nanoTime()));
      super.write(context, message, done);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpResponse) {
      waiting = false;
    }
    if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      boolean foreign = part.decoderResult().cause() instanceof ForeignAnswer;
      String what = foreign ? part.decoderResult().cause().getMessage() : ForeignAnswer.NO_HTTP;
      part.setDecoderResult(DecoderResult.failure(new IOException(what)));
    }
    SENT_WHOLE.set(written);
    try {
      super.channelRead(context, message);
    } finally {
      SENT_WHOLE.remove();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    if (waiting) {
      waiting = false;
      context.fireExceptionCaught(new ClosedChannelException());
    }
    super.channelInactive(context);
  }
}
