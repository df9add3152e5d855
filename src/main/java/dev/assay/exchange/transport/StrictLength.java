package dev.assay.exchange.transport;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.http.Header;
import org.apache.http.HttpException;
import org.apache.http.HttpMessage;
import org.apache.http.ProtocolException;
import org.apache.http.entity.ContentLengthStrategy;
import org.apache.http.impl.entity.LaxContentLengthStrategy;

/**
 * Accepts a length that is given twice, but none that is given in two ways or is no number (RFC
 * 9112, section 6.3). By itself Apache HttpClient takes the last that it understands.
 */
final class StrictLength implements ContentLengthStrategy {

  private final ContentLengthStrategy usual = new LaxContentLengthStrategy();

  @Override
  public long determineLength(HttpMessage message) throws HttpException {
    if (message.containsHeader("Transfer-Encoding")) {
      return usual.determineLength(message);
    }
    List<String> lengths =
        Arrays.stream(message.getHeaders("Content-Length"))
            .map(Header::getValue)
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(String::strip)
            .distinct()
            .toList();
    if (lengths.isEmpty()) {
      return IDENTITY;
    }
    if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
      throw new ProtocolException("its Content-Length is " + String.join(" and ", lengths));
    }
    return Long.parseLong(lengths.get(0));
  }
}
