package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Exact;
import tools.jackson.core.JsonGenerator;

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
            lead.add("Not everything was tried: the search ended after "
                    + Words.count(result.evaluations(), "evaluation", "evaluations")
                    + ", and there may be other ways.");
        }
        return new Answer(heading, lead, chapters, "{}");
    }

    /** One line of JSON, without a line feed at the end; all ways, and of each change what is to be set. */
    public static String json(ChangeSearch.Result result) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("candidateId", result.now().candidateId());
            AnswerJson.policy(result.now().policy(), json);
            json.writeStringProperty("verdict", result.now().verdict().name());
            json.writeStringProperty("wanted", result.wanted().name());
            json.writeArrayPropertyStart("ways");
            for (ChangeSearch.Way way : result.ways()) {
                json.writeStartObject();
                json.writeArrayPropertyStart("changes");
                way.changes().forEach(change -> json(change, json));
                json.writeEndArray();
                json.writeObjectPropertyStart("then");
                json.writeStringProperty("verdict", way.then().verdict().name());
                AnswerJson.findings("findings", way.then().findings(), json);
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            AnswerJson.findings("inTheWay", result.inTheWay(), json);
            json.writeBooleanProperty("exhausted", result.exhausted());
            json.writeNumberProperty("evaluations", result.evaluations());
            json.writeEndObject();
        });
    }

    private static void json(Change change, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("words", change.words());
        json.writeArrayPropertyStart("set");
        for (Change.Put put : change.puts()) {
            json.writeStartObject();
            json.writeStringProperty("pointer", put.pointer());
            json.writeName("value");
            DecisionJson.given(put.value(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        change.span()
                .filter(Span::isWide)
                .ifPresent(span -> json.writeStringProperty("wouldDo", wouldDo(change, span)));
        json.writeEndObject();
    }

    private static String nothing(ChangeSearch.Result result) {
        return result.exhausted()
                ? "Nothing that may still change would make it " + orBetter(result.wanted()) + ", not even "
                        + Words.count(ChangeSearch.LARGEST_SET) + " changes at once."
                : "Nothing that was tried would make it " + orBetter(result.wanted()) + ".";
    }

    private static String ways(ChangeSearch.Result result) {
        int ways = result.ways().size();
        if (ways == 1) {
            return "One way leads to " + orBetter(result.wanted()) + ".";
        }
        boolean same = result.ways().get(0).changes().size()
                == result.ways().get(ways - 1).changes().size();
        return capital(Words.count(ways)) + " ways lead to " + orBetter(result.wanted())
                + (same ? "" : "; those with the fewest changes stand first")
                + (ways > TOLD ? "; the first " + Words.count(TOLD) + " are told" : "") + ".";
    }

    private static String orBetter(Verdict verdict) {
        return verdict == Verdict.ELIGIBLE ? verdict.name() : verdict + " or better";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Answer.Chapter chapter(ChangeSearch.Way way, int number) {
        boolean several = way.changes().size() > 1;
        Stream<Statement> changes = way.changes().stream().map(change -> change(change, several));
        List<Statement> still = way.then().findings().stream()
                .filter(finding -> finding.effect().verdict() == way.then().verdict()
                        && way.then().verdict() != Verdict.ELIGIBLE)
                .map(ChangeAnswer::finding)
                .toList();
        Statement then = Statement.said(
                "then the verdict would be " + way.then().verdict() + (still.isEmpty() ? "" : ", because"), "", still);
        return new Answer.Chapter(
                number + ". "
                        + (several ? capital(Words.count(way.changes().size())) + " changes together" : "One change"),
                "",
                Stream.concat(changes, Stream.of(then)).toList());
    }

    private static Statement change(Change change, boolean several) {
        List<Statement> wider = change.span().filter(Span::isWide).stream()
                .map(span -> Statement.said(
                        (several ? "with the rest as said here, " : "") + wouldDo(change, span), "", List.of()))
                .toList();
        String place = change.puts().get(0).pointer().replaceFirst("/-$", "");
        return Statement.said(Printable.of(change.words()), Printable.of(place), wider);
    }

    private static String wouldDo(Change change, Span span) {
        boolean date = DossierPlaces.kind(change.opening())
                .filter(DossierPlaces.Kind.INSTANT::equals)
                .isPresent();
        String range = date
                ? span.words(
                        "after",
                        "before",
                        hours -> Words.time(Figures.moment(hours).instant()))
                : span.words("over", "under", Exact::spoken);
        return (date ? "any time " : "anything ") + (range.isEmpty() ? "" : range + " ") + "would do";
    }

    private static Statement finding(Finding finding) {
        return Statement.said(
                Printable.of(finding.message()).replaceFirst("\\.$", ""),
                Printable.of(finding.code()) + ", " + Printable.of(finding.subject()),
                List.of());
    }
}
