/**
 * Tries a rule set before it decides: what its rules mean, whether its scenarios hold, what they cover, and which mistakes
 * they would not notice.
 *
 * <p>May use: {@code dossier}, {@code policy}, {@code decision}, {@code explanation}.
 *
 * <p>Must never: write a file, decide a dossier that counts, know a word of a policy.
 */
@NullMarked
package org.offereligibility.trial;

import org.jspecify.annotations.NullMarked;
