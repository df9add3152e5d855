package dev.assay.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;

/** A target file as written: every scalar with its line, nothing interpreted yet. */
record TargetFile(
    Scalar name,
    Services services,
    List<Scalar> fileHosts,
    Scalar clockSkewSeconds,
    RunLimits limits) {

  record Services(Haptik haptik, Rooms rooms) {}

  record Haptik(
      Scalar baseUrl,
      Scalar token,
      Scalar clientId,
      Scalar businessId,
      Scalar registeredUser,
      Scalar unregisteredUser) {}

  record Rooms(
      Scalar baseUrl,
      Scalar token,
      Scalar memberRoom,
      Scalar foreignRoom,
      Scalar orphanToken,
      ReadBack readBack,
      Scalar storageDownBaseUrl) {}

  record ReadBack(Scalar path) {}

  record RunLimits(Scalar requestsPerSecond, Scalar timeoutSeconds, Load load) {}

  record Load(
      @JsonProperty("allowed") Scalar allowed, Scalar maxRequestsPerSecond, Scalar maxTotalBytes) {}

  /**
   * One value of the file.
   *
   * @param text as written
   * @param line counted from 1
   */
  @JsonDeserialize(using = ScalarReader.class)
  record Scalar(String text, int line) {}

  /** Keeps the line of each scalar. */
  static final class ScalarReader extends StdDeserializer<Scalar> {

    private static final long serialVersionUID = 1L;

    ScalarReader() {
      super(Scalar.class);
    }

    @Override
    public Scalar deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonToken token = parser.currentToken();
      if (!token.isScalarValue()) {
        return (Scalar) context.handleUnexpectedToken(Scalar.class, parser);
      }
      return new Scalar(parser.getText(), parser.currentTokenLocation().getLineNr());
    }
  }
}
