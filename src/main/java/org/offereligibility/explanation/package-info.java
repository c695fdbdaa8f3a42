/**
 * Why a decision is what it is, for people to read and for programs to keep.
 *
 * <p>May use: {@code dossier}, {@code policy}, {@code decision}; Jackson for JSON text; abego TreeLayout for where the boxes
 * of a picture stand.
 *
 * <p>Must never: decide anything, leave out a reason that decided, know a word of a policy, tell a candidate what the policy
 * did not write for candidates, or let text from a dossier act as anything but text.
 */
@NullMarked
package org.offereligibility.explanation;

import org.jspecify.annotations.NullMarked;
