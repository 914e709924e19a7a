package org.vethlab.picture.topology;

/**
 * A device of a namespace; device names alone are not unique in a lab.
 *
 * @param namespace as {@code Lab.places()} names it
 */
public record DeviceName(String namespace, String device) {}
