package dev.assay.app.gate;

import dev.assay.app.Home;
import dev.assay.app.Targets;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.report.history.EvidencePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a gate is decided with: contracts, target file, baseline, profiles and objectives.
 *
 * @param home whose profiles and objectives are used
 * @param targets where target files are
 */
record EvidenceSources(Home home, Targets targets) {

  List<EvidencePack.Source> of(String targetName, Target target, Optional<Path> baseline)
      throws IOException {
    List<EvidencePack.Source> sources = new ArrayList<>();
    for (Service service : target.services()) {
      sources.add(contract(service.contract().file()));
    }
    sources.add(file("simulations/profiles.yaml", home.profiles()));
    sources.add(file("contracts/objectives.yaml", home.objectives()));
    if (!targetName.equals(EmbeddedTarget.NAME)) {
      Path file = targets.file(targetName);
      sources.add(file("target file " + file.getFileName(), file));
    }
    if (baseline.isPresent()) {
      sources.add(file("baseline " + baseline.get().getFileName(), baseline.get()));
    }
    return List.copyOf(sources);
  }

  /** One that is part of Assay, or else a file beside a target's. */
  private static EvidencePack.Source contract(String name) throws IOException {
    try (InputStream in = EvidenceSources.class.getResourceAsStream("/" + name)) {
      return in == null
          ? file("contract " + Path.of(name).getFileName(), Path.of(name))
          : EvidencePack.Source.of(name, in.readAllBytes());
    }
  }

  private static EvidencePack.Source file(String name, Path path) throws IOException {
    return EvidencePack.Source.of(name, Files.readAllBytes(path));
  }
}
