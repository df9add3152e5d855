package dev.assay.mock.http;

import static com.github.tomakehurst.wiremock.servlet.WireMockHttpServletRequestAdapter.ORIGINAL_REQUEST_KEY;

import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads each request's body before WireMock would, to the last byte, so that an early refusal never
 * resets a client that is still sending. The bytes are as sent (WireMock would inflate what looks
 * compressed), kept once, and travel as WireMock's "original request".
 *
 * <p>Of a body longer than {@link MockRequest#LONGEST_BODY} it keeps one byte more than that, which
 * is how such a body is recognised.
 */
public final class BodyReadingFilter implements Filter {

  private static final int KEPT = MockRequest.LONGEST_BODY + 1;

  private final BodyAllowance allowance;

  public BodyReadingFilter(BodyAllowance allowance) {
    this.allowance = allowance;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException {
    long claim = allowance.claim(request.getContentLengthLong());
    try {
      request.setAttribute(ORIGINAL_REQUEST_KEY, withBody(read(request), request));
      chain.doFilter(plain((HttpServletRequest) request), response);
    } catch (IOException unreadableBody) {
      ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } finally {
      allowance.release(claim);
    }
  }

  private static byte[] read(ServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    long declared = request.getContentLengthLong();
    byte[] kept = declared < 0 ? in.readNBytes(KEPT) : exactly((int) Math.min(declared, KEPT), in);
    in.transferTo(OutputStream.nullOutputStream());
    return kept;
  }

  /** One array from the start, where {@code readNBytes(int)} needs twice the memory. */
  private static byte[] exactly(int length, InputStream in) throws IOException {
    byte[] bytes = new byte[length];
    int read = in.readNBytes(bytes, 0, length);
    return read == length ? bytes : Arrays.copyOf(bytes, read);
  }

  /** Its address is that which the request came from, which tells connections apart. */
  private static Request withBody(byte[] body, ServletRequest request) {
    return ImmutableRequest.create()
        .withAbsoluteUrl("http://127.0.0.1:" + request.getRemotePort() + "/")
        .withMethod(RequestMethod.ANY)
        .withBody(body)
        .build();
  }

  /**
   * Hides what WireMock would act on by itself: the content type of a form, which it parses and
   * fails on, and the capitals of CONNECT, which it never answers (it raises lower case later).
   */
  private static HttpServletRequest plain(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getContentType() {
        return null;
      }

      @Override
      public String getMethod() {
        return super.getMethod().toLowerCase(Locale.ROOT);
      }
    };
  }
}
