package org.offereligibility.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Looks at a whole ledger, as it was at one moment, from the first record to the last: every hash from the leaves to the
 * root is computed anew, every signature, sealed part, search word and archived rule set is checked. What it needs of
 * memory does not grow with the ledger.
 */
public final class Verification {
    private final Snapshot snapshot;
    private final Flaws flaws;
    private final TreeCheck tree;
    private final CheckpointCheck checkpoints;
    private final RecordCheck belongings;
    private final ArchiveCheckRun archives;
    private final Optional<Verifier> own;
    private final List<KeptCheckpoint> kept;
    private final List<String> remarks = new ArrayList<>();
    private long records;
    private long looked;
    private Optional<Entry> before = Optional.empty();
    private long timesBack;
    private String back = "";

    private Verification(Snapshot snapshot, Kept kept, MarkCheck marks, ArchiveCheck rules, int limit)
            throws SQLException {
        this.snapshot = snapshot;
        this.flaws = new Flaws(limit);
        this.tree = new TreeCheck(snapshot, flaws);
        this.own = KeyCheck.look(snapshot, flaws, kept.key());
        this.checkpoints = new CheckpointCheck(flaws, tree, own, kept.key());
        this.belongings = new RecordCheck(snapshot, flaws, marks);
        this.archives = new ArchiveCheckRun(snapshot, flaws, rules);
        this.kept = new ArrayList<>(kept.checkpoints());
        this.kept.sort(Comparator.comparingLong(Verification::size));
    }

    /**
     * What an auditor kept outside of the ledger, without which a ledger that was written anew as a whole looks sound.
     *
     * @param key the ledger's public key
     * @param checkpoints older ones, each with a text that {@link Checkpoint#parse} reads
     */
    public record Kept(Optional<Verifier> key, List<KeptCheckpoint> checkpoints) {
        public Kept {
            checkpoints = List.copyOf(checkpoints);
        }
    }

    /**
     * @param limit how many flaws of each kind are told; all are counted
     * @param progress hears of each record how many were looked at so far
     * @throws LedgerUnusable if the ledger cannot be read to its end
     */
    public static VerificationReport of(
            Ledger ledger, Kept kept, MarkCheck marks, ArchiveCheck rules, int limit, LongConsumer progress)
            throws LedgerUnusable {
        try (Snapshot snapshot = new Snapshot(ledger.database())) {
            return new Verification(snapshot, kept, marks, rules, limit).run(progress);
        } catch (SQLException failed) {
            throw Fault.of(failed, ledger.database().place());
        }
    }

    private VerificationReport run(LongConsumer progress) throws SQLException {
        try {
            itself();
            everything(progress);
        } catch (SQLException failed) {
            if (snapshot.isServer() || !Fault.isDamage(failed)) {
                throw failed;
            }
            flaws.add(
                    Flaw.Kind.FILE,
                    "The database file is damaged and could not be read to its end: what comes after "
                            + Numbers.of(records, "record") + " was not looked at.");
        }
        return new VerificationReport(
                records,
                belongings.parts(),
                belongings.erased(),
                archives.count(),
                checkpoints.count(),
                tree.root(),
                own,
                flaws.inOrder(),
                flaws.counts(),
                remarks);
    }

    /** SQLite's own look at its file: an index that lacks a record hides it from every search. */
    private void itself() throws SQLException {
        if (!snapshot.isServer()
                && !snapshot.all(row -> Rows.text(row, 1), "PRAGMA integrity_check(1)")
                        .equals(List.of("ok"))) {
            flaws.add(
                    Flaw.Kind.FILE,
                    "The database finds its own file damaged: tables and indexes do not agree, so that a search may"
                            + " miss records.");
        }
    }

    private void everything(LongConsumer progress) throws SQLException {
        reached(0);
        for (var next = snapshot.records().next();
                next.isPresent();
                next = snapshot.records().next()) {
            Entry record = next.get();
            snapshot.records().take();
            if (record.index() < looked) {
                flaws.add(
                        Flaw.Kind.REPEATED,
                        record.index(),
                        "A record stands under the number " + record.index() + ", which cannot be.");
                continue;
            }
            gap(record.index());
            look(record);
            progress.accept(++records);
        }
        long end = looked;
        cut(end);
        tree.end();
        checkpoints.end(end);
        belongings.passOver(looked);
        belongings.strays(Long.MAX_VALUE);
        Doubles.look(snapshot, flaws);
        archives.look();
        remarks();
    }

    private void look(Entry record) throws SQLException {
        tree.record(record);
        Optional<LeafWords> said = belongings.look(record);
        said.ifPresent(words -> archives.needs(words.word("rules"), record));
        Instant at = said.map(LeafWords::at).orElse(record.at());
        before.filter(last -> at.isBefore(last.at())).ifPresent(last -> {
            if (timesBack++ == 0) {
                back = "at record #" + record.index() + ", which was recorded " + span(Duration.between(at, last.at()))
                        + " before the record that it follows";
            }
        });
        before = Optional.of(record);
        reached(++looked);
    }

    /** Goes on over records that are gone. */
    private void gap(long to) throws SQLException {
        long from = looked;
        if (from == to) {
            return;
        }
        while (looked < to && !tree.isBroken()) {
            tree.missing(looked);
            reached(++looked);
        }
        looked = to;
        reached(to);
        belongings.passOver(to);
        flaws.add(
                Flaw.Kind.MISSING,
                from,
                (to - from == 1
                                ? "Record #" + from + " is gone."
                                : "The records #" + from + " to #" + (to - 1) + " are gone.")
                        + (tree.isBroken()
                                ? " A stored hash is gone with it, so what comes after cannot be compared with the"
                                        + " checkpoints."
                                : ""));
    }

    /** Looks for what says that there were more records than there are. */
    private void cut(long end) throws SQLException {
        long was = end;
        String witness = "";
        for (var next = snapshot.checkpoints().next();
                next.isPresent();
                next = snapshot.checkpoints().next()) {
            if (checkpoints.signed(next.get()).isPresent()) {
                was = next.get().size();
                witness = "the ledger's own newest checkpoint";
                standIn(was);
            } else {
                snapshot.checkpoints().take();
                checkpoints.look(next.get());
            }
        }
        for (KeptCheckpoint one : List.copyOf(kept)) {
            if (checkpoints.isOwn(one) && size(one) > was) {
                was = size(one);
                witness = one.named();
                standIn(was);
            }
        }
        reachedKept(Long.MAX_VALUE);
        for (var next = snapshot.level(0).next();
                next.isPresent();
                next = snapshot.level(0).next()) {
            if (next.get().index() >= was) {
                was = next.get().index() + 1;
                witness = "the hashes that are still stored";
            }
            snapshot.level(0).take();
        }
        if (was > end) {
            flaws.add(
                    Flaw.Kind.CUT,
                    end,
                    "The end is cut off: " + witness + " " + (witness.endsWith("stored") ? "are" : "is") + " over "
                            + Numbers.of(was, "record") + ", and "
                            + (end == 0 ? "none is there." : "those from #" + end + " on are gone."));
            looked = Math.max(looked, was);
        }
    }

    private void standIn(long to) throws SQLException {
        while (looked < to && !tree.isBroken()) {
            tree.missing(looked);
            reached(++looked);
        }
        looked = Math.max(looked, to);
        reached(to);
    }

    /** The tree has reached a size: the checkpoints of that size, and smaller ones that were passed over, are looked at. */
    private void reached(long size) throws SQLException {
        for (var next = snapshot.checkpoints().next();
                next.filter(note -> note.size() <= size).isPresent();
                next = snapshot.checkpoints().next()) {
            snapshot.checkpoints().take();
            checkpoints.look(next.get());
        }
        reachedKept(size);
    }

    private void reachedKept(long size) throws SQLException {
        while (!kept.isEmpty() && size(kept.get(0)) <= size) {
            checkpoints.look(kept.remove(0));
        }
    }

    private static long size(KeptCheckpoint kept) {
        return Checkpoint.parse(kept.note().text()).size();
    }

    private void remarks() throws SQLException {
        if (timesBack > 0) {
            // The time stands in the leaf, under the signed root: it was recorded so. No checkpoint holds a time that
            // could say otherwise.
            remarks.add("The clock of the computer that recorded went back "
                    + (timesBack == 1 ? "once, " : String.format(Locale.ROOT, "%,d times, first ", timesBack)) + back
                    + (flaws.anyOf(Flaw.Area.RECORDS)
                            ? "."
                            : ". What counts is the order of the records, and that is proved."));
        }
        archives.remark().ifPresent(remarks::add);
        Guards.remark(snapshot).ifPresent(remarks::add);
    }

    private static String span(Duration time) {
        if (time.toDays() > 1) {
            return Numbers.of(time.toDays(), "day");
        }
        if (time.toHours() > 1) {
            return Numbers.of(time.toHours(), "hour");
        }
        return time.toMinutes() > 1
                ? Numbers.of(time.toMinutes(), "minute")
                : time.toSeconds() > 0 ? Numbers.of(time.toSeconds(), "second") : "less than a second";
    }
}
