package dev.assay.simulations;

import dev.assay.exchange.client.WayFailures;
import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.HostName;
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
    Optional<FirstHop> hop = ServiceWays.ofThisProcess().from(remote);
    if (hop.isEmpty()) {
      super.connect(context, remote, local, promise);
    } else {
      // Names are looked up elsewhere: other connections share this thread.
      ForkJoinPool.commonPool().execute(() -> lookUp(context, hop.get(), local, promise));
    }
  }

  private void lookUp(
      ChannelHandlerContext context, FirstHop hop, SocketAddress local, ChannelPromise promise) {
    InetSocketAddress first = hop.address();
    try {
      InetSocketAddress address =
          new InetSocketAddress(HostName.addresses(first.getHostString())[0], first.getPort());
      context.executor().execute(() -> go(context, hop, address, local, promise));
    } catch (UnknownHostException e) {
      context.executor().execute(() -> promise.tryFailure(failure(hop, e)));
    }
  }

  private void go(
      ChannelHandlerContext context,
      FirstHop hop,
      InetSocketAddress address,
      SocketAddress local,
      ChannelPromise promise) {
    boolean tunnelled = hop.tunnelled().isPresent();
    ChannelPromise reached = context.newPromise();
    reached.addListener(
        done -> {
          if (!done.isSuccess()) {
            promise.tryFailure(failure(hop, done.cause()));
          } else if (!tunnelled) {
            promise.trySuccess();
          }
        });
    install(context, hop, address, promise);
    try {
      super.connect(context, tunnelled ? end(hop) : address, local, reached);
    } catch (Exception e) {
      promise.tryFailure(e);
    }
  }

  private static InetSocketAddress end(FirstHop hop) {
    return InetSocketAddress.createUnresolved(HostName.bare(hop.end().host()), hop.end().port());
  }

  /** What speaks to the proxy, if there is one. */
  private static void install(
      ChannelHandlerContext context,
      FirstHop hop,
      InetSocketAddress address,
      ChannelPromise promise) {
    ChannelPipeline pipeline = context.pipeline();
    hop.tunnelled()
        .ifPresent(
            proxy -> {
              HttpProxyHandler tunnel = new HttpProxyHandler(address, headers(proxy), false);
              tunnel
                  .connectFuture()
                  .addListener(
                      done -> {
                        if (done.isSuccess()) {
                          promise.trySuccess();
                        } else {
                          promise.tryFailure(failure(hop, refusal(done.cause())));
                        }
                      });
              pipeline.addBefore(context.name(), "tunnel", tunnel);
            });
    hop.forwarded()
        .ifPresent(
            proxy ->
                pipeline.addBefore(
                    DefaultHttpClient.APP_HTTP_HANDLER, "absolute-form", new AbsoluteForm(hop)));
  }

  private static HttpHeaders headers(Proxy proxy) {
    HttpHeaders headers = new DefaultHttpHeaders();
    proxy.authorization().ifPresent(value -> headers.set("Proxy-Authorization", value));
    return headers;
  }

  /** Netty says in words only what the proxy said. */
  private static ProxyRefusal refusal(Throwable thrown) {
    String words = String.valueOf(thrown.getMessage());
    Matcher status = STATUS.matcher(words);
    if (status.find()) {
      return new ProxyRefusal(Integer.parseInt(status.group(1)), status.group(2));
    }
    return new ProxyRefusal(words.contains("timeout") ? ProxyRefusal.LATE : ProxyRefusal.NO_ANSWER);
  }

  static Throwable failure(FirstHop hop, Throwable thrown) {
    return new WayFailures(hop).of(thrown).<Throwable>map(WayFailure::new).orElse(thrown);
  }
}
