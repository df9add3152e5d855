package dev.assay.simulations;

import dev.assay.exchange.Response;
import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpRequestEncoder;

/**
 * Has every connection of the load generator read answers as a contract run reads them, and watched
 * by a {@link NoResendHandler}, and led by a {@link WayHandler}: by Netty's own service for such
 * extensions, which {@code META-INF/services} names.
 */
public final class NettyHook extends ChannelInitializerExtension {

  @Override
  public void postInitializeClientChannel(Channel channel) {
    channel.pipeline().addFirst(new WayHandler(), new Installation());
  }

  /** Waits until Gatling's own handlers are there. */
  private static final class Installation extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRegistered(ChannelHandlerContext context) throws Exception {
      ChannelPipeline pipeline = context.pipeline();
      if (pipeline.get(DefaultHttpClient.APP_HTTP_HANDLER) != null) {
        pipeline.replace(
            DefaultHttpClient.HTTP_CLIENT_CODEC,
            DefaultHttpClient.HTTP_CLIENT_CODEC,
            new CombinedChannelDuplexHandler<>(new ResponseDecoder(), new HttpRequestEncoder()));
        pipeline
            .addBefore(
                DefaultHttpClient.APP_HTTP_HANDLER, "bounded", new Bounded(Response.KEPT_BYTES))
            .addBefore(DefaultHttpClient.APP_HTTP_HANDLER, "sent-once", new NoResendHandler());
      }
      super.channelRegistered(context);
      context.pipeline().remove(this);
    }
  }
}
