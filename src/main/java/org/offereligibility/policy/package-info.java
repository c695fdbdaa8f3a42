/**
 * Finds, reads, checks, compiles and fingerprints rule sets.
 *
 * <p>May use: {@code dossier}; Drools, FastCSV, snakeyaml-engine and Jackson core.
 *
 * <p>Must never: decide anything, run a rule file before every token of it was found allowed, use a damaged cache.
 */
@NullMarked
package org.offereligibility.policy;

import org.jspecify.annotations.NullMarked;
