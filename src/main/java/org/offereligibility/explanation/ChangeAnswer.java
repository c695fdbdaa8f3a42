package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;

/** What would have to change, in plain words and as JSON. */
public final class ChangeAnswer {
    /** So many ways are told; whoever needs more has too many already. */
    private static final int TOLD = 10;

    private ChangeAnswer() {}

    public static Answer of(ChangeSearch.Result result) {
        String heading =
                "What would have to change for " + Printable.of(result.now().candidateId());
        if (result.now().verdict().compareTo(result.wanted()) >= 0) {
            return new Answer(
                    heading,
                    List.of("Nothing: the verdict is " + result.now().verdict() + " as it stands."),
                    List.of(),
                    "{}");
        }
        List<String> lead = new ArrayList<>();
        List<Answer.Chapter> chapters = new ArrayList<>();
        String from = "The verdict is " + result.now().verdict() + ".";
        if (result.ways().isEmpty()) {
            lead.add(from + " " + nothing(result));
            chapters.add(new Answer.Chapter(
                    "What stands in the way",
                    "",
                    result.inTheWay().stream().map(ChangeAnswer::finding).toList()));
        } else {
            lead.add(from + " " + ways(result));
            for (ChangeSearch.Way way : result.ways().stream().limit(TOLD).toList()) {
                chapters.add(chapter(way, chapters.size() + 1));
            }
        }
        if (!result.exhausted()) {
            lead.add("Not exhausted: after " + Words.number(result.evaluations())
                    + " evaluations the search was ended, and there may be other ways.");
        }
        return new Answer(heading, lead, chapters, "{}");
    }

    private static String nothing(ChangeSearch.Result result) {
        return result.exhausted()
                ? "Nothing that may change, up to " + Words.count(ChangeSearch.LARGEST_SET)
                        + " changes at once, would make it " + orBetter(result.wanted()) + "."
                : "Nothing that was tried would make it " + orBetter(result.wanted()) + ".";
    }

    private static String ways(ChangeSearch.Result result) {
        int ways = result.ways().size();
        return "It would be " + orBetter(result.wanted()) + " in "
                + Words.count(ways, "way", "ways") + ", the smallest first"
                + (ways > TOLD ? "; the first " + Words.count(TOLD) + " are told" : "") + ".";
    }

    private static String orBetter(Verdict verdict) {
        return verdict == Verdict.ELIGIBLE ? verdict.name() : verdict + " or better";
    }

    private static Answer.Chapter chapter(ChangeSearch.Way way, int number) {
        Stream<Statement> changes = way.changes().stream()
                .map(change -> Statement.said(
                        Printable.of(change.words()),
                        Printable.of(change.puts().get(0).pointer()),
                        List.of()));
        List<Statement> still = way.then().findings().stream()
                .filter(finding -> finding.effect().verdict() == way.then().verdict()
                        && way.then().verdict() != Verdict.ELIGIBLE)
                .map(ChangeAnswer::finding)
                .toList();
        Statement then = Statement.said(
                "then the verdict is " + way.then().verdict() + (still.isEmpty() ? "" : ", because"), "", still);
        return new Answer.Chapter(
                number + ". " + Words.count(way.changes().size(), "change", "changes"),
                "",
                Stream.concat(changes, Stream.of(then)).toList());
    }

    private static Statement finding(Finding finding) {
        return Statement.said(
                Printable.of(finding.message()).replaceFirst("\\.$", ""),
                Printable.of(finding.code()) + ", " + Printable.of(finding.subject()),
                List.of());
    }
}
