package dev.assay.exchange.target;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Services for targets that tests make. */
public final class TestServices {

  private TestServices() {}

  /** The two Haptik endpoints. */
  public static Service haptik(
      ServiceAccess access, long businessId, String registeredUser, Optional<String> unregistered) {
    Map<String, String> values = new HashMap<>();
    values.put("businessId", Long.toString(businessId));
    values.put("registeredUser", registeredUser);
    unregistered.ifPresent(user -> values.put("unregisteredUser", user));
    return Service.shipped("haptik", access, values);
  }

  /** The chat server; a second base URL is that with its storage down. */
  public static Service rooms(
      ServiceAccess access, String memberRoom, String foreignRoom, Optional<String> readBack) {
    Map<String, String> values = new HashMap<>();
    values.put("memberRoom", memberRoom);
    values.put("foreignRoom", foreignRoom);
    readBack.ifPresent(path -> values.put("readBack", path));
    access.baseUrls().stream()
        .skip(1)
        .findFirst()
        .ifPresent(uri -> values.put("storageDownBaseUrl", uri.toString()));
    return Service.shipped("rooms", access, values);
  }
}
