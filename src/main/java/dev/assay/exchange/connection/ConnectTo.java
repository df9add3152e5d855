package dev.assay.exchange.connection;

/**
 * An address that is connected to in place of another, as with {@code curl --connect-to}: what is
 * said there, by Host, by the server name of TLS and by its certificate, is as without it.
 *
 * @param named whose connections go there
 * @param address where they go; its name may end with the dot of the DNS root, and an IPv6 address
 *     have a zone
 * @param setting the key of the target file that says so
 */
public record ConnectTo(Authority named, Authority address, String setting) {}
