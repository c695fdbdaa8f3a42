package org.offereligibility.ledger;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a ledger is kept.
 *
 * @param folder holds the key and the latest checkpoint, and without a URL the records too
 * @param url {@code jdbc:postgresql://...} of a team's database
 * @param user the database's user, where the URL names none
 * @param password the user's, where the URL holds none; it is never shown
 */
public record Place(Path folder, Optional<String> url, Optional<String> user, Optional<String> password) {
    /** One file in a folder. */
    public static Place in(Path folder) {
        return new Place(folder, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A team's database; the folder holds the key and the latest checkpoint. */
    public static Place at(String url, Path folder) {
        return new Place(folder, Optional.of(url), Optional.empty(), Optional.empty());
    }

    /** The embedded database's file. */
    public Path file() {
        return folder.resolve("ledger.db");
    }

    /** The private key that signs checkpoints. */
    public Path key() {
        return folder.resolve("ledger.key");
    }

    /** There from before something is erased until nothing of it is left in any file. */
    Path erasing() {
        return folder.resolve("erasing");
    }

    /** A copy of the latest checkpoint as text. */
    public Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    /** The place as it may be shown: no parameters of the URL, and nothing before an at-sign, for these may hold a password. */
    @Override
    public String toString() {
        return url.map(text -> text.replaceFirst("[?].*", "").replaceFirst("//.*@", "//"))
                .orElseGet(() -> file().toString());
    }
}
