package dev.assay.simulations;

import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Puts a {@link SentOnce} into every connection of the load generator, by Netty's own service for
 * such extensions; {@code META-INF/services} names it.
 */
public final class WireWatch extends ChannelInitializerExtension {

  @Override
  public void postInitializeClientChannel(Channel channel) {
    channel.pipeline().addFirst(new Installation());
  }

  /** Waits until Gatling's own handlers are there. */
  private static final class Installation extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRegistered(ChannelHandlerContext context) throws Exception {
      if (context.pipeline().get(DefaultHttpClient.APP_HTTP_HANDLER) != null) {
        context
            .pipeline()
            .addBefore(DefaultHttpClient.APP_HTTP_HANDLER, "sent-once", new SentOnce());
      }
      super.channelRegistered(context);
      context.pipeline().remove(this);
    }
  }
}
