/**
 * The one way in for every door: evaluates dossiers by the rules in force, and hands them on with these rules to be asked about.
 *
 * <p>May use: {@code dossier}, {@code policy}, {@code decision}, {@code explanation}, {@code trial}, {@code impact},
 * {@code ledger}, {@code report}.
 *
 * <p>Must never: hold rules logic, read the clock, print.
 */
@NullMarked
package org.offereligibility.desk;

import org.jspecify.annotations.NullMarked;
