package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offereligibility.decision.Obstacle;
import org.offereligibility.decision.WhyNot;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.FactType;

/** Why rules did not hold, in plain words beside the conditions as they stand in the rule files. */
public final class WhyNotAnswer {
    /** A name that a pattern gives to a value of its fact. */
    private static final Pattern NAMED = Pattern.compile("(\\$\\w+)\\s*:\\s*[\\w.]+(?:\\(\\))?(?:,\\s*)?");

    private WhyNotAnswer() {}

    /**
     * @param heading the question
     * @param lead the answer in short
     * @param all one chapter for each
     */
    public static Answer of(String heading, List<String> lead, List<WhyNot> all) {
        return new Answer(
                heading,
                lead,
                all.stream()
                        .map(why -> new Answer.Chapter(
                                why.given().isEmpty()
                                        ? Printable.of(why.rule().name())
                                        : "Not for " + values(why.given()),
                                Printable.of(why.code()),
                                statements(why)))
                        .toList(),
                "[]");
    }

    private static List<Statement> statements(WhyNot why) {
        List<Statement> statements = new ArrayList<>();
        for (Obstacle obstacle : why.obstacles()) {
            Statement statement = statement(obstacle);
            statements.add(
                    statements.isEmpty()
                            ? statement
                            : Statement.said("besides, " + statement.words(), statement.place(), statement.because()));
        }
        return statements;
    }

    private static Statement statement(Obstacle obstacle) {
        if (obstacle.inside().size() == 1) {
            return statement(obstacle.inside().get(0));
        }
        List<Statement> beneath = new ArrayList<>();
        if (obstacle.inside().isEmpty()) {
            beneath.add(Statement.said(asked(obstacle), "", List.of()));
        }
        beneath.addAll(misses(obstacle));
        obstacle.inside().forEach(inner -> beneath.add(statement(inner)));
        for (WhyNot source : obstacle.sources()) {
            beneath.add(Statement.said(
                    "it would follow from “" + Printable.of(source.rule().name()) + "”" + wanted(source.given())
                            + ", which does not hold",
                    source.rule().file() + " line " + source.rule().line(),
                    statements(source)));
        }
        return Statement.said(
                words(obstacle),
                obstacle.where().file() + " line " + obstacle.where().line(),
                beneath);
    }

    private static String words(Obstacle obstacle) {
        String what = Printable.of(obstacle.what());
        return switch (obstacle.kind()) {
            case ABSENT, NOWHERE -> "there is no " + what;
            case UNLIKE -> "there is no " + what + (what.contains(" with ") ? "" : " as it is asked for");
            case PRESENT -> "there must be no " + (what.contains(" with ") ? "" : "such ") + what + ", and there is";
            case EXCEPTION -> "not every one is a " + what;
            case UNTRUE -> "what is asked of the values is not so";
            case NEITHER -> "there is neither " + what;
            case NOTHING -> "there is nothing to reckon with: no " + what;
        };
    }

    /** The condition as it stands, but for names that it gives to values and does not use itself. */
    private static String asked(Obstacle obstacle) {
        String text = obstacle.where().text().strip().replaceAll("\\s+", " ");
        Matcher name = NAMED.matcher(text);
        StringBuilder brief = new StringBuilder();
        while (name.find()) {
            boolean used = text.split(Pattern.quote(name.group(1)) + "\\b", -1).length > 2;
            name.appendReplacement(brief, used ? Matcher.quoteReplacement(name.group()) : "");
        }
        return "asked: " + Printable.of(name.appendTail(brief).toString().replaceAll(", ?\\)", ")"));
    }

    /** What came nearest; of facts that are merely others than the one that is asked for, one is enough and says enough. */
    private static List<Statement> misses(Obstacle obstacle) {
        boolean others = obstacle.misses().stream().allMatch(WhyNotAnswer::isAnother);
        if (obstacle.kind() == Obstacle.Kind.PRESENT || !others) {
            List<Statement> misses = new ArrayList<>();
            obstacle.misses().forEach(miss -> misses.add(statement(miss, obstacle.kind())));
            if (obstacle.further() > 0) {
                String further = obstacle.kind() == Obstacle.Kind.PRESENT
                        ? "so it is in " + Words.count(obstacle.further(), "other case", "other cases")
                        : Words.count(obstacle.further(), "other comes less near", "others come less near");
                misses.add(Statement.said(further, "", List.of()));
            }
            return misses;
        }
        return obstacle.misses().stream()
                .limit(1)
                .map(miss -> {
                    Statement nearest = statement(miss, obstacle.kind());
                    String place = nearest.because().stream()
                            .map(Statement::place)
                            .findFirst()
                            .orElse("");
                    return Statement.said(nearest.words(), place, List.of());
                })
                .toList();
    }

    private static boolean isAnother(Obstacle.Miss miss) {
        return miss.failed().stream()
                .flatMap(failed -> failed.compared().stream())
                .anyMatch(compared -> compared.relation().equals("≠"));
    }

    private static Statement statement(Obstacle.Miss miss, Obstacle.Kind kind) {
        List<Statement> facts = miss.facts().stream().map(Statement::of).toList();
        String given = given(miss.given());
        if (kind == Obstacle.Kind.PRESENT) {
            return given.isEmpty() && facts.size() == 1 ? facts.get(0) : Statement.said("there is" + given, "", facts);
        }
        String failed =
                miss.failed().stream().flatMap(WhyNotAnswer::failed).distinct().collect(Collectors.joining("; "));
        return Statement.said("nearest" + given + ": " + failed, "", facts);
    }

    private static Stream<String> failed(Obstacle.Failed failed) {
        return failed.compared().isEmpty()
                ? Stream.of("not so: " + Printable.of(failed.asked()))
                : failed.compared().stream().map(WhyNotAnswer::words);
    }

    /** {@code base 205,000 < base maximum 230,000, under by 25,000}. */
    private static String words(Obstacle.Compared compared) {
        String left = name(compared.left());
        String right =
                (name(compared.right()) + " " + Words.value(compared.right().value())).strip();
        String value = Words.value(compared.left().value());
        boolean ordered =
                compared.left().value() instanceof Exact || compared.left().value() instanceof Moment;
        if (!ordered) {
            return switch (compared.relation()) {
                case "≠" ->
                    (left + " is " + value).strip() + ", not "
                            + Words.value(compared.right().value());
                default -> (left + " is " + value).strip();
            };
        }
        String relation = (left + " " + value).strip() + " " + compared.relation() + " " + right;
        return switch (compared.relation()) {
            case "<" -> relation + ", under by " + margin(compared);
            case ">" -> relation + ", over by " + margin(compared);
            default -> relation + ", exactly";
        };
    }

    private static String margin(Obstacle.Compared compared) {
        String margin = compared.margin().map(Exact::spoken).orElse("");
        return compared.left().value() instanceof Moment ? margin + (margin.equals("1") ? " hour" : " hours") : margin;
    }

    private static String name(Obstacle.Operand operand) {
        String name = operand.name().replaceAll("\\(.*", "").replace("$", "").replace('.', ' ');
        return Printable.of(FactType.noun(name));
    }

    private static String given(Map<String, Object> given) {
        return given.isEmpty() ? "" : ", with " + values(given);
    }

    private static String wanted(Map<String, Object> given) {
        return given.isEmpty() ? "" : " for " + values(given);
    }

    private static String values(Map<String, Object> given) {
        return given.entrySet().stream()
                .filter(entry -> !entry.getValue().getClass().isRecord()
                        || entry.getValue() instanceof Exact
                        || entry.getValue() instanceof Moment)
                .map(entry -> FactType.noun(entry.getKey().substring(1)) + " " + Words.value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
