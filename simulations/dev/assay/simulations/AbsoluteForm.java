package dev.assay.simulations;

import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.transport.ProxyRefusal;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;

/**
 * Sends requests as a proxy wants those that need no tunnel (RFC 9112, section 3.2.2), and tells
 * its own answer from that of the service.
 */
final class AbsoluteForm extends ChannelDuplexHandler {

  private final FirstHop hop;
  private boolean refused;

  AbsoluteForm(FirstHop hop) {
    this.hop = hop;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpRequest request) {
      request.setUri(hop.forwardedOrigin() + request.uri());
      hop.forwarded()
          .flatMap(Proxy::authorization)
          .ifPresent(value -> request.headers().set("Proxy-Authorization", value));
    }
    super.write(context, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    boolean asksWho =
        message instanceof HttpResponse answer
            && answer.status().equals(HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED);
    if (asksWho) {
      refused = true;
      HttpResponseStatus status = ((HttpResponse) message).status();
      context.fireExceptionCaught(
          WayHandler.failure(hop, new ProxyRefusal(status.code(), status.reasonPhrase())));
    }
    if (refused) {
      ReferenceCountUtil.release(message);
    } else {
      super.channelRead(context, message);
    }
  }
}
