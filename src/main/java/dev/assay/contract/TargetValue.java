package dev.assay.contract;

/**
 * A value that a target file gives for a service.
 *
 * @param name its key there
 * @param secret whether it is a credential
 * @param required whether a target file must give it
 * @param says what it is for
 */
public record TargetValue(String name, boolean secret, boolean required, String says) {}
