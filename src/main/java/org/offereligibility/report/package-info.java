/**
 * Reports over many decisions: how many each round eliminates, which rules are overridden, and whether groups fare alike.
 *
 * <p>May use: {@code dossier}, {@code policy}, {@code decision}, {@code explanation}.
 *
 * <p>Must never: decide a dossier, keep or write down who belongs to which group, round before it compares, hold figures that
 * belong to a policy, be called a certificate of anything.
 */
@NullMarked
package org.offereligibility.report;

import org.jspecify.annotations.NullMarked;
