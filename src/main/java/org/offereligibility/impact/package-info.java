/**
 * What a change of rules does to past cases: which verdicts turn, and because of which rule.
 *
 * <p>May use: {@code dossier}, {@code policy}, {@code decision}, {@code explanation}.
 *
 * <p>Must never: write a file, keep a dossier longer than it is compared, show a person's name.
 */
@NullMarked
package org.offereligibility.impact;

import org.jspecify.annotations.NullMarked;
