package org.offereligibility.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one key that signs a ledger's checkpoints: the ledger knows its public half. */
final class KnownKey {
    private KnownKey() {}

    /** The first one to open a ledger makes the key; from then on the ledger knows it and takes no other. */
    static LedgerKey of(Database database) throws LedgerUnusable {
        Place place = database.place();
        try (Session session = Session.of(database)) {
            String kept = session.transaction().execute(status -> {
                database.lock(session);
                Optional<String> known = session.sql("SELECT verifier FROM ledger")
                        .query(String.class)
                        .optional();
                if (known.isPresent()) {
                    return known.get();
                }
                try {
                    String name = "offer-eligibility-ledger-" + UUID.randomUUID();
                    Verifier verifier = LedgerKey.in(place.key(), name).verifier();
                    session.sql("INSERT INTO ledger (one, origin, verifier) VALUES (1, ?, ?)")
                            .param(verifier.name())
                            .param(verifier.text())
                            .update();
                    return verifier.text();
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
            if (!Files.exists(place.key())) {
                throw new LedgerUnusable(
                        "The key " + place.key() + ", which signs the ledger, is missing. Put it back from a"
                                + " backup, or copy it from where the ledger was first used.");
            }
            LedgerKey key = LedgerKey.read(place.key());
            if (!key.verifier().text().equals(kept)) {
                throw new LedgerUnusable("The key " + place.key()
                        + " is not the one that signs this ledger. Put the right" + " one back from a backup.");
            }
            return key;
        } catch (IOException | UncheckedIOException failed) {
            throw keyTrouble(place, failed);
        } catch (SQLException | RuntimeException failed) {
            throw Fault.of(failed, place);
        }
    }

    /** The public key that a ledger names; empty if it is damaged or gone. */
    static Optional<Verifier> named(Session session) {
        List<String> texts =
                session.sql("SELECT verifier FROM ledger").query(String.class).list();
        try {
            return texts.size() == 1 ? Optional.of(Verifier.parse(texts.get(0))) : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static LedgerUnusable keyTrouble(Place place, Exception failed) {
        boolean refused = failed instanceof FileSystemException || failed.getCause() instanceof FileSystemException;
        return new LedgerUnusable(
                refused
                        ? "The key " + place.key() + " cannot be read or written. Check the rights of its folder."
                        : "The key " + place.key()
                                + ", which signs the ledger, is damaged. Put it back from a backup.");
    }
}
