package dev.assay.simulations;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;

/**
 * Lets no more of an answer through than is read of any. Interim answers are left out (RFC 9110,
 * section 15.2: there may be several before the final one), which Gatling would take for the
 * answer; so is what a body has beyond the most that is kept.
 */
final class Bounded extends ChannelInboundHandlerAdapter {

  private static final int MOST_INTERIM_ANSWERS = 100;
  private static final int MOST_HEADERS = 200;
  private static final long MOST_BYTES = 32L << 20;

  private final int kept;
  private boolean interim;
  private int interims;
  private long size;

  /**
   * Cuts bodies after that many bytes.
   *
   * @param kept bytes of a body that are let through, and one more
   */
  Bounded(int kept) {
    this.kept = kept;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpResponse head) {
      begin(head);
    }
    if (interim) {
      interim = !(message instanceof LastHttpContent);
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message instanceof HttpContent part ? kept(part) : message);
    }
  }

  private void begin(HttpResponse head) throws IOException {
    size = 0;
    interim =
        head.decoderResult().isSuccess()
            && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    interims = interim ? interims + 1 : 0;
    if (interims > MOST_INTERIM_ANSWERS) {
      throw new IOException("interim answers (1xx) without end");
    }
    if (head.headers().size() > MOST_HEADERS) {
      throw new IOException("the answer has headers without end");
    }
  }

  private HttpContent kept(HttpContent part) throws IOException {
    long before = size;
    int length = part.content().readableBytes();
    size += length;
    if (size > MOST_BYTES) {
      part.release();
      throw new IOException("the answer has no end");
    }
    long room = Math.max(0, kept + 1 - before);
    if (length > room) {
      part.content().writerIndex(part.content().readerIndex() + (int) room);
    }
    return part;
  }
}
