package dev.assay.mock;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mock, as a target. */
public final class EmbeddedTarget {

  /** The name that stands for it on the command line and in reports. */
  public static final String NAME = "embedded";

  private static final Contract HAPTIK = new ContractReader().shipped("haptik");
  private static final Contract ROOMS = new ContractReader().shipped("rooms");

  private EmbeddedTarget() {}

  /** The target that this running mock is. */
  public static Target of(MockServer mock) {
    return of(mock.accounts(), mock.baseUri(), mock.storageDownBaseUri());
  }

  /** The target that a mock would be, for those who only want to know what would be sent. */
  public static Target planned() {
    URI nowhere = URI.create("http://127.0.0.1");
    return at(nowhere, TestAccounts.sample());
  }

  /** The target that a mock at that address is, which knows these. */
  public static Target at(URI baseUrl, TestAccounts accounts) {
    return of(accounts, baseUrl, URI.create(baseUrl + "/storage-down"));
  }

  private static Target of(TestAccounts accounts, URI baseUrl, URI storageDown) {
    Service haptik =
        new Service(
            HAPTIK,
            ServiceAccess.direct(baseUrl, Secrets.of(accounts.haptikToken(), accounts.clientId())),
            Map.of(
                "businessId", Long.toString(accounts.businessId()),
                "registeredUser", accounts.registeredUser(),
                "unregisteredUser", accounts.unregisteredUser()));
    Service rooms =
        new Service(
            ROOMS,
            ServiceAccess.direct(
                List.of(baseUrl, storageDown),
                Secrets.ofRooms(accounts.roomsToken(), accounts.orphanToken())),
            Map.of(
                "memberRoom", accounts.memberRoom(),
                "foreignRoom", accounts.foreignRoom(),
                "readBack", "/api/get_room_messages?room_id={room}",
                "storageDownBaseUrl", storageDown.toString()));
    return new Target(
        NAME, List.of(haptik, rooms), Set.of(), Target.DEFAULT_CLOCK_SKEW, Limits.unpaced());
  }
}
