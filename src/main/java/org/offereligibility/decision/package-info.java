/**
 * Runs a rule set over a dossier, twice, and concludes; finds out why rules did not hold, and what a finding depends on.
 *
 * <p>May use: {@code dossier}, {@code policy}; Drools.
 *
 * <p>Must never: read a clock, a file or an environment; depend on the order of facts or rules.
 */
@NullMarked
package org.offereligibility.decision;

import org.jspecify.annotations.NullMarked;
