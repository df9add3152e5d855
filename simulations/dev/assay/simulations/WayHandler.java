package dev.assay.simulations;

import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.transport.ProxyRefusal;
import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads the connection of a channel the way that its service's settings have it. */
final class WayHandler extends ChannelOutboundHandlerAdapter {

  private static final Pattern STATUS = Pattern.compile("status: (\\d{3}) ?(.*)", Pattern.DOTALL);

  @Override
  public void connect(
      ChannelHandlerContext context,
      SocketAddress remote,
      SocketAddress local,
      ChannelPromise promise)
      throws Exception {
    Optional<ServiceWay> way = ServiceWays.ofThisProcess().from(remote);
    if (way.isEmpty()) {
      super.connect(context, remote, local, promise);
    } else {
      // Names are looked up elsewhere: other connections share this thread.
      ForkJoinPool.commonPool().execute(() -> lookUp(context, way.get(), local, promise));
    }
  }

  private void lookUp(
      ChannelHandlerContext context, ServiceWay way, SocketAddress local, ChannelPromise promise) {
    InetSocketAddress named = way.firstHop();
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByName(named.getHostString()), named.getPort());
      context.executor().execute(() -> go(context, way, address, local, promise));
    } catch (UnknownHostException e) {
      context.executor().execute(() -> promise.tryFailure(way.failure(e)));
    }
  }

  private void go(
      ChannelHandlerContext context,
      ServiceWay way,
      InetSocketAddress address,
      SocketAddress local,
      ChannelPromise promise) {
    ChannelPromise reached = context.newPromise();
    reached.addListener(
        done -> {
          if (!done.isSuccess()) {
            promise.tryFailure(way.failure(done.cause()));
          } else if (!way.hasTunnel()) {
            promise.trySuccess();
          }
        });
    install(context, way, address, promise);
    try {
      super.connect(context, way.hasTunnel() ? way.end() : address, local, reached);
    } catch (Exception e) {
      promise.tryFailure(e);
    }
  }

  /** What speaks to the proxy, if there is one. */
  private static void install(
      ChannelHandlerContext context,
      ServiceWay way,
      InetSocketAddress address,
      ChannelPromise promise) {
    ChannelPipeline pipeline = context.pipeline();
    if (way.hasTunnel()) {
      HttpProxyHandler tunnel = new HttpProxyHandler(address, headers(way.proxy().get()), false);
      tunnel.connectFuture().addListener(done -> opened(done, way, promise));
      pipeline.addBefore(context.name(), "tunnel", tunnel);
    } else if (way.proxy().isPresent()) {
      AbsoluteForm form = new AbsoluteForm(way.authorityOfEnd(), way.proxy().get().authorization());
      pipeline.addBefore(DefaultHttpClient.APP_HTTP_HANDLER, "absolute-form", form);
    }
  }

  private static HttpHeaders headers(Proxy proxy) {
    HttpHeaders headers = new DefaultHttpHeaders();
    proxy.authorization().ifPresent(value -> headers.set("Proxy-Authorization", value));
    return headers;
  }

  private static void opened(Future<?> done, ServiceWay way, ChannelPromise promise) {
    if (done.isSuccess()) {
      promise.trySuccess();
      return;
    }
    Matcher status = STATUS.matcher(String.valueOf(done.cause().getMessage()));
    promise.tryFailure(
        status.find()
            ? way.failure(
                new ProxyRefusal(
                    way.proxy().orElseThrow(), Integer.parseInt(status.group(1)), status.group(2)))
            : way.failure(done.cause()));
  }
}
