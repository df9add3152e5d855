package dev.assay.app.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.TargetReader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

  private static ServiceAccess access(String url, String way) {
    String file =
        """
        services:
          rooms:
            baseUrl: %s
            token: ${T}
            %s
            memberRoom: a
            foreignRoom: b
        """
            .formatted(url, way);
    return new TargetReader(Map.of("T", "token-1"))
        .read("t", file)
        .service("rooms")
        .orElseThrow()
        .access();
  }

  @ParameterizedTest(name = "{0} {1} and {2} {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.test | '' | https://A.test.:443/ | '' | true",
        "https://a.test | '' | https://b.test | '' | false",
        "https://a.test | 'connectTo: 127.0.0.1:443' | https://a.test | '' | false",
        "https://a.test | 'connectTo: 127.0.0.1:443' | https://a.test | 'connectTo: 127.0.0.2:443' | false",
        "https://a.test | 'connectTo: 127.0.0.1:443' | https://a.test | 'connectTo: 127.0.0.1:443' | true",
        "https://a.test | 'connectTo: 127.0.0.1:443' | https://b.test | 'connectTo: 127.0.0.1:443' | false",
        "https://a.test | 'connectTo: localhost:443' | https://127.0.0.1 | '' | true",
        "https://a.test | 'headers: { X-Canary: next }' | https://a.test | '' | false",
        "https://a.test | 'headers: { X-Canary: next }' | https://a.test | 'headers: { X-Canary: next }' | true"
      })
  void two_targets_are_one_server_if_nothing_tells_them_apart(
      String from, String fromWay, String to, String toWay, boolean same) {
    ServerAddress before = ServerAddress.of(access(from, fromWay));
    ServerAddress after = ServerAddress.of(access(to, toWay));
    assertThat(before.isSameAs(after)).isEqualTo(same);
    assertThat(after.isSameAs(before)).isEqualTo(same);
  }
}
