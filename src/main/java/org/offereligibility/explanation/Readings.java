package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.policy.RuleSet;

/** The three readings of one decision: each says it all for whom it is meant, and nothing that is not meant for them. */
public final class Readings {
    private Readings() {}

    /**
     * Plain sentences, the verdict first.
     *
     * @param candidateName for people to read, where it is known
     * @param edges numbers that lie at an edge of the verdict
     */
    public static Drawable committee(Decision decision, Optional<String> candidateName, List<KnifeEdge.Edge> edges) {
        return new Committee(decision, candidateName, edges);
    }

    /**
     * Everything, with hashes, rule texts and pointers; never the candidate's name.
     *
     * @throws IllegalArgumentException if the decision was not reached by these rules
     */
    public static Drawable auditor(Decision decision, RuleSet rules) {
        return new Auditor(decision, rules);
    }

    /** The reasons in words that can be sent. */
    public static Drawable candidate(Decision decision, Optional<String> candidateName) {
        return new Candidate(new CandidateReading(decision, candidateName));
    }

    private static HtmlPage.Section picture(Decision decision) {
        return new HtmlPage.Section(
                "The derivation as a picture",
                "<figure class=\"fig\">" + DerivationPicture.svg(decision, "derivation") + "</figure>");
    }

    private record Committee(Decision decision, Optional<String> name, List<KnifeEdge.Edge> edges) implements Drawable {
        private static final String AT_THE_EDGE = "At the edge";

        @Override
        public String text(int width, boolean colour) {
            return new CommitteeText(width, colour).page(decision, name)
                    + (edges.isEmpty() ? "" : "\n" + AT_THE_EDGE + "\n" + KnifeEdge.text(edges, width, colour));
        }

        @Override
        public String markdown() {
            StringBuilder text = new StringBuilder(new CommitteeMarkdown().page(decision, name));
            if (!edges.isEmpty()) {
                text.append("\n## ").append(AT_THE_EDGE).append("\n\n");
                edges.forEach(edge ->
                        text.append("- ").append(Markdown.of(edge.sentence())).append('\n'));
            }
            return text.toString();
        }

        @Override
        public String html() {
            List<HtmlPage.Section> extra = new ArrayList<>();
            if (!edges.isEmpty()) {
                Markup list = new Markup().open("ul", "class", "said");
                edges.forEach(edge -> list.element("li", edge.sentence()));
                extra.add(new HtmlPage.Section(AT_THE_EDGE, list.close().toString()));
            }
            extra.add(picture(decision));
            return CommitteeHtml.page(decision, name, extra);
        }

        @Override
        public String json() {
            return DecisionJson.text(decision, edges);
        }
    }

    private record Auditor(Decision decision, RuleSet rules) implements Drawable {
        @Override
        public String text(int width, boolean colour) {
            return AuditorText.page(decision, rules);
        }

        @Override
        public String markdown() {
            return AuditorMarkdown.page(decision, rules);
        }

        @Override
        public String html() {
            return AuditorHtml.page(decision, rules, List.of(picture(decision)));
        }

        @Override
        public String json() {
            return AuditorJson.text(decision, rules);
        }
    }

    private record Candidate(CandidateReading reading) implements Drawable {
        @Override
        public String text(int width, boolean colour) {
            return reading.text(width);
        }

        @Override
        public String markdown() {
            return reading.markdown();
        }

        @Override
        public String html() {
            return HtmlPage.of(
                    "Your application",
                    new Markup()
                            .open("main", "class", "wrap read leaflet")
                            .trusted(reading.html())
                            .close());
        }

        @Override
        public String json() {
            return reading.json();
        }
    }
}
