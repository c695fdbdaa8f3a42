package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;
import org.offereligibility.explanation.OpenItems.Kind;
import org.offereligibility.explanation.OpenItems.Open;

/**
 * Whether what is still open can turn the verdict at all: rounds not yet held, scores not yet given, a check without a result.
 *
 * <p>An open round is supposed to be held at its usual length, three days after the last thing that the dossier tells of, by
 * interviewers of every function who are not on the hiring team. Each of its criteria gets one score from 1 to 5, and at most
 * two signals are observed in it. The dossier is judged as of the same instant.
 */
public final class AlreadyDecided {
    private AlreadyDecided() {}

    /** Whether a thing that is open can still matter. */
    public enum Bearing {
        /** There are two outcomes of it that lead to different verdicts; both were tried. */
        MATTERS,
        /** No outcome of it leads to another verdict than any other, whatever else comes of the rest. */
        CANNOT_MATTER,
        /** No difference was found, but not everything was tried. */
        NOT_SEEN_TO_MATTER
    }

    /**
     * Something open.
     *
     * @param name as people read it: a round, a criterion in a round, or the background check
     * @param needs what must come of it for the best verdict, if it matters; each a few words
     */
    public record Item(String name, Bearing bearing, List<String> needs) {}

    /**
     * The answer.
     *
     * @param now the dossier as it is
     * @param best the best verdict that was reached
     * @param bestIsProved whether no outcome can lead to a better one
     * @param worst the worst verdict that was reached
     * @param worstIsProved whether no outcome can lead to a worse one
     * @param stillFound what keeps the best verdict from being better, whatever comes of what is open
     * @param wouldDecide what decides in the worst case
     * @param weakest the weakest outcome that leads to the best verdict, as changes to the dossier
     * @param tried how many outcomes were evaluated
     * @param all whether these were all there are
     * @param openRounds whether there is a round among what is open
     */
    public record Outlook(
            Dossier dossier,
            Decision now,
            List<Item> items,
            Verdict best,
            boolean bestIsProved,
            Verdict worst,
            boolean worstIsProved,
            List<Finding> stillFound,
            List<Finding> wouldDecide,
            List<Edit.Set> weakest,
            long tried,
            boolean all,
            boolean openRounds)
            implements Drawable {
        @Override
        public String text(int width, boolean colour) {
            return AlreadyDecidedPage.text(this, width, colour);
        }

        @Override
        public String markdown() {
            return AlreadyDecidedPage.markdown(this);
        }

        @Override
        public String html() {
            return AlreadyDecidedPage.html(this);
        }

        @Override
        public String json() {
            return AlreadyDecidedPage.json(this);
        }

        public boolean isDecided() {
            return best == worst && bestIsProved && worstIsProved;
        }
    }

    /**
     * @param asOf the instant at which the dossier is judged where it does not say one itself
     * @throws IllegalStateException if what was concluded is not what a full evaluation finds
     */
    public static Outlook ask(Evaluator evaluator, Dossier dossier, Moment asOf) {
        return ask(evaluator, dossier, asOf, Prospects.MOST);
    }

    static Outlook ask(Evaluator evaluator, Dossier dossier, Moment asOf, long most) {
        Moment judgedAt = dossier.asOf().orElse(asOf);
        OpenItems open = new OpenItems(evaluator, dossier, judgedAt);
        Prospects prospects = new Prospects(evaluator, open, judgedAt, most);
        Decision best = evaluator.evaluate(open.written(prospects.best()), judgedAt);
        Decision worst = evaluator.evaluate(open.written(prospects.worst()), judgedAt);
        int[] weakest = prospects.weakest();
        Decision atWeakest = evaluator.evaluate(open.written(weakest), judgedAt);
        if (best.verdict() != prospects.verdict(prospects.best())
                || worst.verdict() != prospects.verdict(prospects.worst())
                || atWeakest.verdict() != best.verdict()) {
            throw new IllegalStateException("an outcome is concluded otherwise than it is decided");
        }
        boolean bestIsProved = prospects.all() || prospects.isProvedBest();
        boolean worstIsProved = prospects.all() || prospects.isProvedWorst();
        boolean decided = bestIsProved && worstIsProved && best.verdict() == worst.verdict();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < open.items().size(); i++) {
            Bearing bearing = decided ? Bearing.CANNOT_MATTER : prospects.bearing(i);
            items.add(new Item(
                    name(evaluator, open.items().get(i)),
                    bearing,
                    bearing == Bearing.MATTERS ? Needs.of(evaluator, prospects, open, i) : List.of()));
        }
        return new Outlook(
                dossier,
                evaluator.evaluate(dossier, judgedAt),
                List.copyOf(items),
                best.verdict(),
                bestIsProved,
                worst.verdict(),
                worstIsProved,
                deciding(best),
                deciding(worst),
                edits(open, weakest),
                prospects.tried(),
                prospects.all(),
                open.items().stream().anyMatch(item -> item.kind() == Kind.OUTCOME));
    }

    private static List<Finding> deciding(Decision decision) {
        return decision.verdict() == Verdict.ELIGIBLE
                ? List.of()
                : decision.findings().stream()
                        .filter(finding -> finding.effect().verdict() == decision.verdict())
                        .toList();
    }

    private static List<Edit.Set> edits(OpenItems open, int[] choices) {
        List<Edit.Set> edits = new ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            open.opens().get(i).choices().get(choices[i]).edit().ifPresent(edits::add);
        }
        return List.copyOf(edits);
    }

    private static String name(Evaluator evaluator, OpenItems.Item item) {
        String round = evaluator.rules().vocabulary().reads(item.round());
        return switch (item.kind()) {
            case CHECK -> "background check";
            case SCORE -> evaluator.rules().vocabulary().reads(item.word()) + " in the " + round;
            default -> round;
        };
    }

    /** What must come of one item for the best verdict, everything else being as good as it can be. */
    private static final class Needs {
        private Needs() {}

        static List<String> of(Evaluator evaluator, Prospects prospects, OpenItems open, int item) {
            List<String> needs = new ArrayList<>();
            Set<String> signals = new TreeSet<>();
            for (int i = 0; i < open.opens().size(); i++) {
                Open thing = open.opens().get(i);
                if (thing.item() != item) {
                    continue;
                }
                List<Integer> enough = prospects.enough(i);
                if (thing.kind() == Kind.SIGNAL) {
                    signal(evaluator, prospects, open, i, enough, signals, needs);
                } else if (enough.size() < thing.choices().size()) {
                    needs.add(
                            thing.kind() == Kind.SCORE
                                    ? score(evaluator, thing, enough)
                                    : words(evaluator, thing, enough));
                }
            }
            if (!signals.isEmpty()) {
                needs.add("nobody observes that the candidate " + listed(List.copyOf(signals), "or"));
            }
            return List.copyOf(needs);
        }

        private static void signal(
                Evaluator evaluator,
                Prospects prospects,
                OpenItems open,
                int thing,
                List<Integer> enough,
                Set<String> refused,
                List<String> needs) {
            String reads = Printable.of(
                    evaluator.rules().vocabulary().reads(open.opens().get(thing).word()));
            if (enough.equals(List.of(0))) {
                List<String> mended = prospects.mending(thing).stream()
                        .map(other -> Printable.of(evaluator
                                .rules()
                                .vocabulary()
                                .reads(open.opens().get(other).word())))
                        .toList();
                refused.add(
                        mended.isEmpty() ? reads : reads + " (unless the candidate also " + listed(mended, "or") + ")");
            } else if (enough.equals(List.of(1))) {
                needs.add("somebody observes that the candidate " + reads);
            }
        }

        private static String score(Evaluator evaluator, Open thing, List<Integer> enough) {
            String criterion = Printable.of(evaluator.rules().vocabulary().reads(thing.word()));
            int lowest = enough.get(0);
            boolean upwards = enough.size() == thing.choices().size() - lowest;
            return criterion + " "
                    + (upwards ? "at least " + thing.choices().get(lowest).word() : words(evaluator, thing, enough));
        }

        private static String words(Evaluator evaluator, Open thing, List<Integer> enough) {
            return listed(
                    enough.stream()
                            .map(choice -> Printable.of(evaluator
                                    .rules()
                                    .vocabulary()
                                    .reads(thing.choices().get(choice).word())))
                            .toList(),
                    "or");
        }
    }

    /** {@code a, b or c}. */
    static String listed(List<String> words, String and) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " " + and + " " + words.get(last);
    }
}
