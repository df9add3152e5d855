package dev.assay.suite.rooms;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.suite.Interaction;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether whatever is accepted is posted: unusual uploads, sent a few at a time, and listings of
 * the rooms that they name and of the member's own.
 */
final class LostMessages {

  /** Few enough for a listing that shows only the newest. */
  private static final int AT_A_TIME = 8;

  private final Request listing;
  private final Function<String, Request> listingOf;

  /**
   * Looks for messages that went to no room.
   *
   * @param member the member's own room
   * @param listingOf lists a room
   */
  LostMessages(String member, Function<String, Request> listingOf) {
    this.listing = listingOf.apply(member);
    this.listingOf = listingOf;
  }

  /** Sends the uploads, and looks for each that is accepted before it sends the next few. */
  Interaction lookedFor(List<Request> uploads) {
    return new Interaction(
        uploads,
        (requests, client) -> {
          List<Exchange> exchanges = new ArrayList<>();
          for (int from = 0; from < requests.size(); from += AT_A_TIME) {
            List<Request> few = requests.subList(from, Math.min(from + AT_A_TIME, requests.size()));
            List<Exchange> answered = sent(few, client);
            exchanges.addAll(answered);
            if (areAllLost(answered)) {
              break;
            }
          }
          return exchanges;
        });
  }

  private List<Exchange> sent(List<Request> uploads, Client client) throws InterruptedException {
    List<Exchange> answered = uploads.stream().map(client::send).toList();
    List<Exchange> accepted = answered.stream().filter(LostMessages::isAccepted).toList();
    if (accepted.isEmpty()) {
      return answered.subList(0, 1);
    }
    List<Exchange> exchanges = new ArrayList<>(accepted);
    exchanges.addAll(
        RoomMessages.listedUntil(list -> lost(accepted, List.of(list)).isEmpty(), listing, client));
    elsewhere(lost(accepted, exchanges)).forEach(room -> exchanges.add(client.send(room)));
    return exchanges;
  }

  /** Listings of the rooms that these name, where they are others. */
  private List<Request> elsewhere(List<Exchange> lost) {
    return lost.stream()
        .flatMap(upload -> upload.request().field("room_id").stream())
        .map(listingOf)
        .filter(list -> !list.equals(listing))
        .distinct()
        .toList();
  }

  private static List<Exchange> lost(List<Exchange> uploads, List<Exchange> lists) {
    return uploads.stream()
        .filter(
            upload -> RoomMessages.posted(upload).filter(url -> !isHeld(url, lists)).isPresent())
        .toList();
  }

  /** Then it is another clause's matter, and every wait would be in vain. */
  private static boolean areAllLost(List<Exchange> exchanges) {
    List<Exchange> uploads = uploads(exchanges);
    return !uploads.isEmpty() && lost(uploads, exchanges).size() == uploads.size();
  }

  private static List<Exchange> uploads(List<Exchange> exchanges) {
    return exchanges.stream().filter(LostMessages::isAccepted).toList();
  }

  private static boolean isAccepted(Exchange exchange) {
    return !isList(exchange) && RoomMessages.posted(exchange).isPresent();
  }

  private static boolean isHeld(URI url, List<Exchange> lists) {
    return lists.stream().filter(LostMessages::isList).anyMatch(l -> RoomMessages.holds(l, url));
  }

  private static boolean isList(Exchange exchange) {
    return exchange.request().method().equals("GET");
  }

  /** Every upload that was accepted is in a list, unless none is, which another clause tells. */
  static Expectation areThere() {
    return new Expectation() {
      @Override
      public String describe() {
        return "each accepted file_url among the messages of its room";
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        List<Exchange> uploads = uploads(exchanges);
        List<Exchange> lost = lost(uploads, exchanges);
        if (uploads.isEmpty() || lost.isEmpty()) {
          return uploads.isEmpty()
              ? new Finding.NotApplicable("nothing was accepted")
              : new Finding.Satisfied("all " + uploads.size() + " are there");
        }
        Optional<Exchange> unread =
            exchanges.stream()
                .filter(LostMessages::isList)
                .filter(list -> RoomMessages.listed(list).isEmpty())
                .findFirst();
        if (lost.size() == uploads.size()) {
          return unread
              .<Finding>map(
                  list ->
                      new Finding.Observed(
                          "cannot tell: " + RoomMessages.unreadable(list), false, 0))
              .orElseGet(() -> new Finding.NotApplicable("no upload of any kind is listed"));
        }
        int evidence = exchanges.indexOf(lost.get(0));
        return new Finding.Violated(
            "%s of %s accepted uploads are in no list, first %s"
                .formatted(
                    lost.size(), uploads.size(), RoomMessages.posted(lost.get(0)).orElseThrow()),
            evidence);
      }
    };
  }
}
