package dev.assay.load.plan;

import dev.assay.load.request.FileSize;
import dev.assay.load.request.LoadRequest;
import dev.assay.request.SizedFile;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.util.Optional;

/**
 * Reads one request of a file of profiles: an operation, and the file in it.
 *
 * @param name as scenarios and objectives call it
 * @param request what stands below the name
 */
record RequestReader(String name, Group request) {

  private static final String WHAT =
      "%s, and one of %s, like 1MB csv"
          .formatted(FileSize.WHAT, String.join(", ", SizedFile.TYPES));

  DeclaredRequest read() {
    request.only("operation", "file");
    Value operation = request.required("operation");
    Optional<LoadRequest> withFile =
        request.optional("file").map(file -> file.as(WHAT, this::withFile));
    return new DeclaredRequest(
        withFile.orElseGet(() -> new LoadRequest(name, operation.content(), 0, "")), operation);
  }

  private LoadRequest withFile(String text) {
    int blank = text.lastIndexOf(' ');
    String type = text.substring(blank + 1);
    return blank < 0 || !SizedFile.TYPES.contains(type)
        ? null
        : new LoadRequest(
            name,
            request.required("operation").content(),
            FileSize.bytes(text.substring(0, blank)),
            type);
  }
}
