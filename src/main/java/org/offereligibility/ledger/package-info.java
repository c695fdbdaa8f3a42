/**
 * Keeps what was decided so that anyone can prove it later: records as leaves of a Merkle tree (RFC 9162), signed
 * checkpoints (C2SP), and commitments under which personal data can be erased while every proof still verifies. It knows
 * bytes and proofs, not rules.
 *
 * <p>May use: {@code dossier}.
 *
 * <p>Must never: change a record in place, decide or judge anything, let a name or a salt reach a leaf, a log or a message.
 */
@NullMarked
package org.offereligibility.ledger;

import org.jspecify.annotations.NullMarked;
