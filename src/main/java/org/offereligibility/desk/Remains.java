package org.offereligibility.desk;

import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.dossier.Json;
import org.offereligibility.ledger.Entry;

/** What can still be proved of a record after what was erased of it. */
public enum Remains {
    RE_EXECUTABLE("re-executable", "the dossier is there, so the decision can be made again and compared"),
    COMPLETE("complete", "nothing of it was erased"),
    OUTCOME_ONLY(
            "outcome only", "its outcome can still be proved, but no longer of whom it is and from what it follows"),
    EXISTENCE_ONLY(
            "existence only", "it can still be proved that there was such a record, and when, but not what it said");

    private final String words;
    private final String meaning;

    Remains(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** @param present the names of the parts that it still has */
    static Remains of(Entry entry, Set<String> present) {
        Set<String> sealed = sealed(RecordedDecision.of(entry));
        if (entry.kind().equals(Records.DECISION) && present.contains(Records.DOSSIER)) {
            return RE_EXECUTABLE;
        }
        if (present.containsAll(sealed)) {
            return COMPLETE;
        }
        return present.contains(Records.OUTCOME) ? OUTCOME_ONLY : EXISTENCE_ONLY;
    }

    /** The names of all parts that were ever sealed in a record. */
    static Set<String> sealed(RecordedDecision said) {
        Set<String> names = new TreeSet<>();
        if (said.leaf().get("sealed").orElse(null) instanceof Json.Obj sealed) {
            sealed.members().forEach(member -> names.add(member.name()));
        }
        return names;
    }

    public String words() {
        return words;
    }

    /** What this means, as the end of a sentence. */
    public String meaning() {
        return meaning;
    }
}
