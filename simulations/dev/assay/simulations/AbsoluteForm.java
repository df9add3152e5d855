package dev.assay.simulations;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** Sends requests as a proxy wants those that need no tunnel (RFC 9112, section 3.2.2). */
final class AbsoluteForm extends ChannelOutboundHandlerAdapter {

  private final String origin;
  private final Optional<String> authorization;

  /**
   * One on the way to a host.
   *
   * @param origin how the request line begins, up to the path
   * @param authorization what the proxy is told of who one is, if anything
   */
  AbsoluteForm(String origin, Optional<String> authorization) {
    this.origin = origin;
    this.authorization = authorization;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpRequest request) {
      request.setUri(origin + request.uri());
      authorization.ifPresent(value -> request.headers().set("Proxy-Authorization", value));
    }
    super.write(context, message, promise);
  }
}
