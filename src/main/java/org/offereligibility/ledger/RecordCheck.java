package org.offereligibility.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks what belongs to one record after the other: its search columns, its sealed parts, its words, what it is about. */
final class RecordCheck {
    private final Snapshot snapshot;
    private final Flaws flaws;
    private final MarkCheck marks;
    private long parts;
    private long erased;

    RecordCheck(Snapshot snapshot, Flaws flaws, MarkCheck marks) {
        this.snapshot = snapshot;
        this.flaws = flaws;
        this.marks = marks;
    }

    /** How many sealed parts there were so far. */
    long parts() {
        return parts;
    }

    /** Of how many records something was erased. */
    long erased() {
        return erased;
    }

    /** Looks at the next record; what it says, unless that cannot be read. */
    Optional<LeafWords> look(Entry record) throws SQLException {
        strays(record.index());
        List<Part> found = new ArrayList<>();
        for (var next = snapshot.parts().next();
                next.filter(part -> part.index() == record.index()).isPresent();
                next = snapshot.parts().next()) {
            found.add(next.get().what());
            parts++;
            snapshot.parts().take();
        }
        Set<Mark> words = new HashSet<>();
        for (var next = snapshot.marks().next();
                next.filter(mark -> mark.index() == record.index()).isPresent();
                next = snapshot.marks().next()) {
            words.add(next.get().what());
            snapshot.marks().take();
        }
        Optional<LeafWords> said = LeafWords.of(record.leaf());
        if (said.isEmpty()) {
            add(Flaw.Kind.CHANGED, record, "It cannot be read: it is not written as this program writes records.");
            return said;
        }
        columns(record, said.get());
        sealed(record, said.get(), found, words);
        about(record, said.get());
        return said;
    }

    /** Tells of parts and words that stand before this index and belong to no record. */
    void strays(long before) throws SQLException {
        strays(before, true);
    }

    /** Passes over parts and words before this index, of records of which it is told already that they are gone. */
    void passOver(long before) throws SQLException {
        strays(before, false);
    }

    private void strays(long before, boolean tell) throws SQLException {
        for (var next = snapshot.parts().next();
                next.filter(part -> part.index() < before).isPresent();
                next = snapshot.parts().next()) {
            stray(Flaw.Kind.PART_UNKNOWN, "sealed part", next.get().index(), tell);
            snapshot.parts().take();
        }
        for (var next = snapshot.marks().next();
                next.filter(mark -> mark.index() < before).isPresent();
                next = snapshot.marks().next()) {
            stray(Flaw.Kind.MARK, "search word", next.get().index(), tell);
            snapshot.marks().take();
        }
    }

    private void stray(Flaw.Kind kind, String thing, long index, boolean tell) {
        if (tell) {
            flaws.add(kind, index, "There is a " + thing + " of record #" + index + ", which is not there.");
        }
    }

    private void columns(Entry record, LeafWords said) {
        List<String> wrong = new ArrayList<>();
        differs(wrong, "id", record.id(), said.word("id"));
        if (!record.at().equals(said.at())) {
            wrong.add("time");
        }
        differs(wrong, "kind", record.kind(), said.word("kind"));
        differs(wrong, "request id", record.requestId(), said.word("requestId"));
        differs(wrong, "person who asked", record.by(), said.word("by"));
        differs(wrong, "record that it is about", record.about(), said.word("about"));
        differs(wrong, "role", record.role(), said.word("role"));
        differs(wrong, "version of the rules", record.version(), said.word("version"));
        differs(wrong, "hash of the rules", record.rules(), said.word("rules"));
        for (String column : wrong) {
            add(
                    Flaw.Kind.COLUMN,
                    record,
                    "The search column for the " + column + " does not say what the record says.");
        }
    }

    private static void differs(List<String> wrong, String column, String found, String said) {
        if (!found.equals(said)) {
            wrong.add(column);
        }
    }

    private void sealed(Entry record, LeafWords said, List<Part> found, Set<Mark> words) throws SQLException {
        Map<String, Part> byName = new HashMap<>();
        found.forEach(part -> byName.put(part.name(), part));
        Set<String> tombstones = Set.of();
        Optional<byte[]> outcome = Optional.of(new byte[0]);
        if (!byName.keySet().containsAll(said.sealed().keySet())) {
            tombstones = erasedOf(said.word("id"));
            erased += tombstones.isEmpty() ? 0 : 1;
        }
        for (var sealed : said.sealed().entrySet()) {
            Part part = byName.remove(sealed.getKey());
            if (part == null) {
                if (!tombstones.contains(sealed.getKey())) {
                    add(
                            Flaw.Kind.PART_MISSING,
                            record,
                            "Its sealed " + sealed.getKey() + " is gone, and no tombstone says that it was erased.");
                    outcome = sealed.getKey().equals(Erasure.OUTCOME) ? Optional.empty() : outcome;
                }
            } else if (part.salt().length != Commitment.SALT_LENGTH
                    || !Commitment.of(part.salt(), part.content()).equals(sealed.getValue())) {
                add(
                        Flaw.Kind.PART,
                        record,
                        "Its sealed " + sealed.getKey() + " is not what was sealed: the content was changed, or its"
                                + " salt.");
                outcome = sealed.getKey().equals(Erasure.OUTCOME) ? Optional.empty() : outcome;
            } else if (sealed.getKey().equals(Erasure.OUTCOME)) {
                outcome = Optional.of(part.content());
            }
        }
        for (int i = 0; i < byName.size(); i++) {
            add(Flaw.Kind.PART_UNKNOWN, record, "It has a sealed part that it does not name.");
        }
        if (outcome.isPresent() && !marks.of(said.word("kind"), outcome.get()).equals(words)) {
            add(
                    Flaw.Kind.MARK,
                    record,
                    tombstones.contains(Erasure.OUTCOME)
                            ? "The words under which it is found were to go with its outcome, and are still there."
                            : "The words under which it is found are not those of its outcome.");
        }
    }

    /** All that tombstones say was erased of a record. */
    private Set<String> erasedOf(String id) throws SQLException {
        Set<String> names = new HashSet<>();
        for (byte[] leaf : snapshot.all(
                row -> Rows.bytes(row, 1),
                "SELECT leaf FROM record WHERE about = ? AND kind = '" + Entry.TOMBSTONE + "'",
                id)) {
            LeafWords.of(leaf).ifPresent(said -> names.addAll(said.erasedOf(id)));
        }
        return names;
    }

    private void about(Entry record, LeafWords said) throws SQLException {
        String id = said.word("about");
        Optional<Long> index = id.isEmpty() ? Optional.empty() : snapshot.indexOf(id);
        if (!id.isEmpty() && index.filter(earlier -> earlier < record.index()).isEmpty()) {
            add(
                    Flaw.Kind.ABOUT,
                    record,
                    index.isPresent()
                            ? "It is about a record that stands after it."
                            : "The record that it is about is not there.");
        }
        if (index.isPresent() && said.word("kind").equals(Entry.TOMBSTONE)) {
            Set<String> names = new HashSet<>(
                    snapshot.all(row -> Rows.text(row, 1), "SELECT name FROM part WHERE idx = ?", index.get()));
            for (String name : said.erased()) {
                if (names.contains(name)) {
                    flaws.add(new Flaw(
                            Flaw.Kind.NOT_ERASED,
                            OptionalLong.of(index.get()),
                            id,
                            "",
                            "Its sealed " + name + " was erased, as record #" + record.index()
                                    + " says, and is there all the same."));
                }
            }
        }
    }

    private void add(Flaw.Kind kind, Entry record, String words) {
        flaws.add(new Flaw(kind, OptionalLong.of(record.index()), record.id(), record.kind(), words));
    }
}
