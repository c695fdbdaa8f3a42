package org.offereligibility.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The key that a ledger names, against the one that is known. */
final class KeyCheck {
    private KeyCheck() {}

    private record Named(String origin, String verifier) {}

    /** The key that the ledger names; empty, and told, if it is damaged or gone. */
    static Optional<Verifier> look(Snapshot snapshot, Flaws flaws, Optional<Verifier> known) throws SQLException {
        List<Named> named = snapshot.all(
                row -> new Named(Rows.text(row, 1), Rows.text(row, 2)), "SELECT origin, verifier FROM ledger");
        Optional<Verifier> own = named.size() == 1 ? parse(named.get(0)) : Optional.empty();
        if (own.isEmpty()) {
            flaws.add(
                    Flaw.Kind.KEY,
                    "The public key that the ledger names, with which its signatures are checked, is damaged or gone.");
        } else if (known.isPresent() && !known.get().text().equals(own.get().text())) {
            flaws.add(
                    Flaw.Kind.KEY,
                    "The ledger names another public key than the one that is known. What is here may have been"
                            + " written anew, as a whole, by someone with a key of their own.");
        }
        return own;
    }

    private static Optional<Verifier> parse(Named named) {
        try {
            return Optional.of(Verifier.parse(named.verifier()))
                    .filter(key -> key.name().equals(named.origin()));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
