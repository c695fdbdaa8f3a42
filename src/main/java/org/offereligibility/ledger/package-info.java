/**
 * Keeps what was decided so that anyone can prove it later: records as leaves of a Merkle tree (RFC 9162), signed
 * checkpoints (C2SP), and commitments under which personal data can be erased while every proof still verifies. It knows
 * bytes and proofs, not rules.
 *
 * <p>May use: {@code dossier}; Spring's JDBC access, Flyway, SQLite and PostgreSQL.
 *
 * <p>Must never: change a record in place, acknowledge what is not on the disk, decide or judge anything, let a name, a salt
 * or a password reach a leaf, a log or a message.
 */
@NullMarked
package org.offereligibility.ledger;

import org.jspecify.annotations.NullMarked;
