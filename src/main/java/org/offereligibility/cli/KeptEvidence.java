package org.offereligibility.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.ledger.Checkpoint;
import org.offereligibility.ledger.KeptCheckpoint;
import org.offereligibility.ledger.Place;
import org.offereligibility.ledger.SignedNote;
import org.offereligibility.ledger.Verification;
import org.offereligibility.ledger.VerificationReport;
import org.offereligibility.ledger.Verifier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What stands outside of the database and tells whether it is the one that it was: what the auditor kept, and the files
 * beside the ledger.
 *
 * @param keyFrom where the known key was found, in words; empty if there is none
 * @param remarks on what could not be used
 */
record KeptEvidence(Verification.Kept kept, String keyFrom, boolean isGiven, List<String> remarks) {
    private static final int LONGEST_KEY = 10_000;

    /** @throws ParameterException if a file that the user names holds no checkpoint or no key */
    static KeptEvidence read(Place place, List<Path> checkpoints, Optional<Path> key, CommandSpec spec) {
        List<String> remarks = new ArrayList<>();
        List<KeptCheckpoint> all = new ArrayList<>();
        for (Path file : checkpoints) {
            try {
                all.add(checkpoint(file, "the checkpoint " + file));
            } catch (IOException | IllegalArgumentException unusable) {
                throw new ParameterException(
                        spec.commandLine(), "`" + file + "` is no checkpoint: " + reason(unusable));
            }
        }
        if (Files.exists(place.checkpoint())
                && checkpoints.stream().noneMatch(file -> same(file, place.checkpoint()))) {
            try {
                all.add(checkpoint(place.checkpoint(), "the file " + place.checkpoint()));
            } catch (IOException | IllegalArgumentException unusable) {
                remarks.add("The file " + place.checkpoint() + " could not be used: " + reason(unusable) + ".");
            }
        }
        Optional<Verifier> known = Optional.empty();
        String from = "";
        if (key.isPresent()) {
            try {
                known = Optional.of(key(key.get()));
                from = "the key that you gave";
            } catch (IOException | IllegalArgumentException unusable) {
                throw new ParameterException(
                        spec.commandLine(), "`" + key.get() + "` holds no public key: " + reason(unusable));
            }
        } else if (Files.isReadable(place.key())) {
            try {
                known = Optional.of(key(place.key()));
                from = "the key in " + place.key();
            } catch (IOException | IllegalArgumentException unusable) {
                remarks.add("The file " + place.key() + " could not be used: " + reason(unusable) + ".");
            }
        }
        return new KeptEvidence(
                new Verification.Kept(known, all), from, key.isPresent() || !checkpoints.isEmpty(), remarks);
    }

    /** What is worth knowing of the ledger and of what it was compared with. */
    List<String> remarks(VerificationReport report) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(report.remarks());
        if (!isGiven) {
            all.add(
                    "No checkpoint and no public key that were kept elsewhere were given. Without them, a ledger that was"
                            + " written anew as a whole is not found out.");
        }
        return all;
    }

    private static KeptCheckpoint checkpoint(Path file, String named) throws IOException {
        SignedNote note = SignedNote.parse(start(file, SignedNote.LONGEST + 1));
        Checkpoint.parse(note.text());
        return new KeptCheckpoint(named, note);
    }

    /** The first line of a public key's file, and of the private key's file too. */
    private static Verifier key(Path file) throws IOException {
        String text = new String(start(file, LONGEST_KEY), StandardCharsets.UTF_8);
        return Verifier.parse(text.lines().findFirst().orElse("").strip());
    }

    private static byte[] start(Path file, int most) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (!Files.exists(file)) {
            throw new IOException("there is no such file");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(most);
        } catch (IOException unreadable) {
            throw new IOException("it cannot be read", unreadable);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException oneIsMissing) {
            return false;
        }
    }

    private static String reason(Exception unusable) {
        return String.valueOf(unusable.getMessage());
    }
}
