package dev.assay.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a JVM's options reaches the load generator's. */
class NetworkOptionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Djavax.net.ssl.trustStore=/a b/store.p12",
        "-Djavax.net.debug=ssl",
        "-Djdk.net.hosts.file=/etc/other",
        "-Djdk.tls.client.protocols=TLSv1.2",
        "-Djdk.security.allowNonCaAnchor=true",
        "-Djava.security.properties=/x",
        "-Djava.net.preferIPv4Stack=true",
        "-Dsun.net.inetaddr.ttl=5",
        "-Dnetworkaddress.cache.ttl=5",
        "-Dcom.sun.net.ssl.checkRevocation=true"
      })
  void an_option_of_the_network_does(String option) {
    assertThat(NetworkOptions.among(List.of("-Xmx1g", option)).given()).containsExactly(option);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx512m",
        "-Dassay.home=/x",
        "-Dfile.encoding=UTF-8",
        "-Dhttps.proxyHost=proxy.example",
        "-Dhttp.nonProxyHosts=*",
        "-Djava.net.useSystemProxies=true"
      })
  void another_does_not_nor_does_a_proxy_that_a_contract_run_would_not_take(String option) {
    assertThat(NetworkOptions.among(List.of(option)).given()).isEmpty();
  }

  @Test
  void they_are_handed_over_in_a_file_that_nobody_else_may_read() throws IOException {
    Path file = folder.resolve("options");
    NetworkOptions.among(List.of("-Djavax.net.ssl.trustStore=/a \"b\"\\c")).write(file);
    assertThat(Files.readAllLines(file))
        .containsExactly("\"-Djavax.net.ssl.trustStore=/a \\\"b\\\"\\\\c\"");
    assertThat(Files.getPosixFilePermissions(file))
        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
