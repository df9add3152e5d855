package dev.assay.exchange.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "corp.test | http://corp.test | true",
        "corp.test | http://api.corp.test | true",
        ".corp.test | http://api.CORP.test. | true",
        "*.corp.test | http://api.corp.test | true",
        "corp.test | http://notcorp.test | false",
        "a.test, b.test | https://b.test | true",
        "a.test b.test | https://b.test | true",
        "* | https://any.test | true",
        "corp.test:8080 | http://corp.test:8080 | true",
        "corp.test:8080 | http://corp.test | false",
        "corp.test:443 | https://corp.test | true",
        "10.1.0.0/16 | http://10.1.2.3 | true",
        "10.1.0.0/16 | http://10.2.0.1 | false",
        "10.0.0.0/9 | http://10.127.0.1 | true",
        "10.0.0.0/9 | http://10.128.0.1 | false",
        "10.0.0.0/999 | http://10.0.0.1 | false",
        "2001:db8::/32 | http://[2001:db8::5] | true",
        "2001:db8::/32 | http://10.0.0.1 | false",
        "2001:db8::5 | http://[2001:db8::5]:80 | true",
        "[2001:db8::5]:81 | http://[2001:db8::5]:81 | true",
        "'' | http://localhost:80 | true",
        "'' | http://127.9.9.9 | true",
        "'' | http://corp.test | false",
        "'[' | http://corp.test | false",
        "corp.test:99999999999 | http://corp.test | false"
      })
  void a_variable_says_whom_no_proxy_leads_to(String variable, URI uri, boolean covered) {
    assertThat(NoProxy.of(variable).covers(uri)).isEqualTo(covered);
  }
}
