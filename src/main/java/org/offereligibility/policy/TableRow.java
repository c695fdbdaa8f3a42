package org.offereligibility.policy;

import java.util.Map;

/**
 * One line of a table.
 *
 * @param file relative to the version's folder
 * @param line of the file, from 1
 * @param values of the type's fields, in their order: {@code String}, {@code Exact} or {@code Boolean}
 * @param shown all that the line says, prose such as its source included, in the order of the file
 */
public record TableRow(FactType type, String file, int line, Map<String, Object> values, Map<String, Object> shown) {}
