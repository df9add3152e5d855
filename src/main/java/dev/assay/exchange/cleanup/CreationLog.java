package dev.assay.exchange.cleanup;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.target.Removal;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes note of what a run makes in one target, and of what it saw there before. Safe for use by
 * several threads.
 */
public final class CreationLog {

  private final Map<String, Set<String>> members;
  private final List<Creation> creations = new ArrayList<>();
  private final Map<List<String>, Integer> given = new HashMap<>();
  private final Sightings sightings = new Sightings();

  /** One of a run against that target. */
  public CreationLog(Target target) {
    this.members =
        target.services().stream().collect(Collectors.toMap(Service::name, Service::idMembers));
  }

  /** Takes note of an exchange with that service, whichever it is. */
  public synchronized void saw(String service, String operation, String caseId, Exchange exchange) {
    Creation.of(service, members.get(service), operation, caseId, exchange).ifPresent(this::made);
    sightings.of(exchange);
  }

  /** Takes note of what was made in an exchange that is not told of. */
  public synchronized void made(Creation creation) {
    creations.add(creation);
    creation.ids().forEach((name, id) -> given.merge(of(creation, name, id), 1, Integer::sum));
  }

  private static List<String> of(Creation creation, String name, String id) {
    return List.of(creation.service(), name, id);
  }

  /** What was made so far, in the order of the answers. */
  public synchronized List<Creation> creations() {
    return List.copyOf(creations);
  }

  /** Why it must not be removed so: a server that errs may have named what is not ours. */
  public synchronized Optional<String> objection(Creation creation, Removal removal) {
    for (String name : removal.ids()) {
      Optional<String> objection = objection(creation, name, creation.ids().get(name));
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private Optional<String> objection(Creation creation, String name, String id) {
    String because = null;
    if (creation.sent().say(id)) {
      because = "is what the request itself had said";
    } else if (sightings.before(creation.sentAt(), id)) {
      because = "was there before this run sent it";
    } else if (given.getOrDefault(of(creation, name, id), 0) > 1) {
      because = "was given to several of this run's messages";
    }
    return Optional.ofNullable(because)
        .map(why -> "%s %s %s, so it may name another's".formatted(name, id, why));
  }
}
