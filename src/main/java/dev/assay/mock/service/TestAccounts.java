package dev.assay.mock.service;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who and what the stand-in knows: the tokens it accepts, and the users and rooms it treats as its
 * own. Only {@code haptikToken}, {@code roomsToken} and {@code orphanToken} are tokens.
 *
 * @param haptikToken the token that follows {@code Bearer} on the two Haptik paths
 * @param clientId the value of the {@code client-id} header there
 * @param businessId the only channel that takes messages
 * @param registeredUser the only {@code auth_id} that is registered
 * @param unregisteredUser an {@code auth_id} that is not registered, like any other
 * @param roomsToken the token of a chat user, sent without a scheme
 * @param memberRoom the room that this chat user belongs to
 * @param foreignRoom a room that exists and that this chat user does not belong to
 * @param orphanToken a valid chat token whose user no longer exists
 */
public record TestAccounts(
    String haptikToken,
    String clientId,
    long businessId,
    String registeredUser,
    String unregisteredUser,
    String roomsToken,
    String memberRoom,
    String foreignRoom,
    String orphanToken) {

  /** Those of {@link #variables} that hold credentials. */
  public static final Set<String> SECRET_VARIABLES =
      Set.of("ASSAY_TOKEN", "ASSAY_CLIENT_ID", "ASSAY_ROOMS_TOKEN", "ASSAY_ORPHAN_TOKEN");

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** Always the same readable ones, plainly not secret, so that command lines can be repeated. */
  public static TestAccounts sample() {
    return new TestAccounts(
        "SampleHaptikToken4Assay2026",
        "sample-client-1",
        343,
        "sampleUser1",
        "nobody000",
        "SampleRoomsToken4Assay2026",
        "room123",
        "room999",
        "SampleOrphanToken4Assay2026");
  }

  /** New ones at every call, so that nothing can know them beforehand. */
  public static TestAccounts random() {
    Random random = new Random();
    return new TestAccounts(
        word(random, "Tk9", 32),
        word(random, "client-", 8),
        1 + random.nextInt(1_000_000),
        word(random, "user", 12),
        word(random, "nobody", 12),
        word(random, "Tk9", 32),
        word(random, "room", 10),
        word(random, "foreign", 10),
        word(random, "Tk9", 32));
  }

  /** The value that documents call so; none for a credential. */
  public Optional<Object> named(String value) {
    Object known =
        switch (value) {
          case "businessId" -> businessId;
          case "registeredUser" -> registeredUser;
          case "unregisteredUser" -> unregisteredUser;
          case "memberRoom" -> memberRoom;
          case "foreignRoom" -> foreignRoom;
          default -> null;
        };
    return Optional.ofNullable(known);
  }

  /** All of it, by the environment variables in which a client is told. */
  public Map<String, String> variables() {
    return Map.of(
        "ASSAY_TOKEN", haptikToken,
        "ASSAY_CLIENT_ID", clientId,
        "ASSAY_BUSINESS_ID", Long.toString(businessId),
        "ASSAY_USER", registeredUser,
        "ASSAY_UNREGISTERED_USER", unregisteredUser,
        "ASSAY_ROOMS_TOKEN", roomsToken,
        "ASSAY_MEMBER_ROOM", memberRoom,
        "ASSAY_FOREIGN_ROOM", foreignRoom,
        "ASSAY_ORPHAN_TOKEN", orphanToken);
  }

  private static String word(Random random, String prefix, int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
        .collect(Collectors.joining("", prefix, ""));
  }
}
