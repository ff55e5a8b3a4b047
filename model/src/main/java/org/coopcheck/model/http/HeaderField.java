package org.coopcheck.model.http;

/**
 * One field line as it came over the wire.
 *
 * @param name the field name; its case does not matter
 * @param value the raw value
 */
public record HeaderField(String name, String value) {}
