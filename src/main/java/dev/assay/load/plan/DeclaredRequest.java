package dev.assay.load.plan;

import dev.assay.load.request.LoadRequest;
import dev.assay.yaml.YamlNode.Value;

/**
 * A request that a file of profiles declares.
 *
 * @param request what it is
 * @param operation where the file names its operation
 */
public record DeclaredRequest(LoadRequest request, Value operation) {}
