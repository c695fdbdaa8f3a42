package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.explanation.Words;

/**
 * What a report is made from, and how much of it counts for nothing.
 *
 * @param otherRoles about another role
 * @param repeated about somebody who was judged again later
 * @param withdrawn taken back by people
 * @param erased of whom only that something was decided is left
 */
public record Basis(Source source, long otherRoles, long repeated, long withdrawn, long erased) {
    /** Where what was decided comes from. */
    public enum Source {
        /** Decided for this report alone. */
        DOSSIERS("dossier", "dossiers"),
        /** Recorded in the ledger. */
        LEDGER("decision", "decisions");

        private final String one;
        private final String many;

        Source(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** {@code these dossiers}. */
        String these() {
            return "these " + many;
        }
    }

    public static Basis dossiers(Cohort cohort) {
        return new Basis(Source.DOSSIERS, cohort.otherRoles(), cohort.repeated(), 0, 0);
    }

    /** What counts of what people did with a decision, if they can have done anything. */
    List<String> method() {
        return source == Source.DOSSIERS
                ? List.of()
                : List.of("A ruling, and an override that has not expired, stands in the place of the verdict.");
    }

    /** What is left out, in one sentence; none if nothing is. */
    List<String> leftOut() {
        long all = otherRoles + repeated + withdrawn + erased;
        List<String> why = new ArrayList<>();
        add(otherRoles, "about another role", why);
        add(repeated, "about somebody who was judged again later", why);
        add(withdrawn, "withdrawn", why);
        add(erased, "erased", why);
        return all == 0
                ? List.of()
                : List.of(Words.capitalCount(all, source.one + " is", source.many + " are") + " left out: "
                        + Told.listed(why) + ".");
    }

    private void add(long count, String why, List<String> all) {
        if (count > 0) {
            all.add(count == otherRoles + repeated + withdrawn + erased ? why : Words.count(count) + " " + why);
        }
    }
}
