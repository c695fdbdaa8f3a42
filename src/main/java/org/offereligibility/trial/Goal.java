package org.offereligibility.trial;

import java.util.List;
import org.offereligibility.decision.Demand;
import org.offereligibility.decision.Tried;
import org.offereligibility.dossier.Exact;

/** Something of one rule that scenarios should try out. */
sealed interface Goal {
    /** The rule's name. */
    String rule();

    boolean isMetBy(Tried tried);

    /** What a scenario that meets it is called, after the rule's name. */
    String words();

    record Holds(String rule) implements Goal {
        @Override
        public boolean isMetBy(Tried tried) {
            return tried.holding().contains(rule);
        }

        @Override
        public String words() {
            return "it holds";
        }
    }

    record HoldsNot(String rule) implements Goal {
        @Override
        public boolean isMetBy(Tried tried) {
            return !tried.holding().contains(rule);
        }

        @Override
        public String words() {
            return "it does not hold";
        }
    }

    record Fails(Demand demand) implements Goal {
        @Override
        public String rule() {
            return demand.rule();
        }

        @Override
        public boolean isMetBy(Tried tried) {
            return tried.failed().contains(demand);
        }

        @Override
        public String words() {
            return (demand.kind() == Demand.Kind.CONDITION ? "what fails is " : "all is so but ") + demand.text();
        }
    }

    /** A figure at, just over or just under one of the policy. */
    record Side(Tried.Edge edge, Sign sign, Exact margin) implements Goal {
        enum Sign {
            UNDER("just under"),
            AT("exactly"),
            OVER("just over");

            private final String words;

            Sign(String words) {
                this.words = words;
            }

            static Sign of(Exact over) {
                int order = over.compareTo(Exact.ZERO);
                return order == 0 ? AT : order < 0 ? UNDER : OVER;
            }
        }

        @Override
        public String rule() {
            return edge.demand().rule();
        }

        /** Whether something lies on that side, and no further away. */
        @Override
        public boolean isMetBy(Tried tried) {
            return tried.margins().stream()
                    .filter(seen -> seen.edge().equals(edge))
                    .anyMatch(seen -> Sign.of(seen.over()) == sign
                            && seen.over().distanceTo(Exact.ZERO).compareTo(margin) <= 0);
        }

        @Override
        public String words() {
            List<String> rows = edge.rows();
            return "the " + edge.what() + " is " + sign.words + " " + edge.bound() + " in "
                    + edge.demand().text() + (rows.isEmpty() ? "" : ", " + String.join(" and ", rows));
        }
    }
}
