package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.decision.Obstacle;
import org.offereligibility.decision.WhyNot;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.FactType;

/** Why rules did not hold, in plain words beside the conditions as they stand in the rule files. */
public final class WhyNotAnswer {
    /** A name that a pattern gives to a value of its fact. */
    private static final Pattern NAMED = Pattern.compile("(\\$\\w+)\\s*:\\s*[a-z][\\w.]*+(?:\\(\\))?+(?:,\\s*)?");

    private static final Pattern QUALIFIED = Pattern.compile(
            "“| (?:with|without|that|whose|under|over|of at|other than|before|after|no later than|no earlier than) |^the same ");

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

    public static List<Statement> statements(WhyNot why) {
        List<Statement> statements = new ArrayList<>();
        for (Obstacle obstacle : why.obstacles()) {
            Statement statement = statement(obstacle, why.given());
            statements.add(
                    statements.isEmpty()
                            ? statement
                            : Statement.said("besides, " + statement.words(), statement.place(), statement.because()));
        }
        return statements;
    }

    /** @param known what was given in the title, and need not be said again */
    private static Statement statement(Obstacle obstacle, Map<String, Object> known) {
        if (obstacle.inside().size() == 1) {
            return statement(obstacle.inside().get(0), known);
        }
        List<Statement> beneath = new ArrayList<>();
        if (obstacle.inside().isEmpty()) {
            beneath.add(Statement.said(asked(obstacle), "", List.of()));
        }
        beneath.addAll(misses(obstacle, known));
        obstacle.inside().forEach(inner -> beneath.add(statement(inner, known)));
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
        boolean here = obstacle.misses().size() < 2;
        return switch (obstacle.kind()) {
            case ABSENT, NOWHERE -> "there is no " + what;
            case UNLIKE -> "there is no " + (isPlain(what) ? "such " : "") + what;
            case PRESENT ->
                "there must be no " + what + (here ? ", but there is" : ", but wherever one looks there is");
            case EXCEPTION -> "not every one is " + what;
            case UNTRUE -> "what is asked of the values is not so";
            case NEITHER -> "none of the alternatives holds";
            case NOTHING -> "there is nothing to reckon with: no " + what;
        };
    }

    /** Whether nothing is said of it but what it is. */
    private static boolean isPlain(String what) {
        return !QUALIFIED.matcher(what).find();
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
    private static List<Statement> misses(Obstacle obstacle, Map<String, Object> known) {
        if (obstacle.kind() == Obstacle.Kind.PRESENT) {
            return present(obstacle);
        }
        boolean others = obstacle.misses().stream().allMatch(WhyNotAnswer::isAnother);
        List<Statement> misses = new ArrayList<>();
        for (Obstacle.Miss miss : obstacle.misses().stream()
                .limit(others ? 1 : obstacle.misses().size())
                .toList()) {
            List<Statement> facts = miss.facts().stream().map(Statement::of).toList();
            String words = nearest(given(miss, known)) + failed(miss);
            misses.add(
                    others
                            ? Statement.said(
                                    words, facts.isEmpty() ? "" : facts.get(0).place(), List.of())
                            : Statement.said(words, "", facts));
        }
        if (obstacle.further() > 0 && !others) {
            misses.add(Statement.said(
                    Words.count(obstacle.further(), "other comes less near", "others come less near"), "", List.of()));
        }
        return misses;
    }

    private static List<Statement> present(Obstacle obstacle) {
        List<Statement> there = new ArrayList<>();
        for (Obstacle.Miss miss : obstacle.misses()) {
            List<Statement> facts = miss.facts().stream().map(Statement::of).toList();
            if (obstacle.misses().size() < 2) {
                there.addAll(facts);
            } else {
                there.add(Statement.said("for " + values(miss.given()) + " there is", "", facts));
            }
        }
        if (obstacle.further() > 0) {
            there.add(Statement.said(
                    "and so in " + Words.count(obstacle.further(), "other case", "other cases"), "", List.of()));
        }
        return there;
    }

    private static boolean isAnother(Obstacle.Miss miss) {
        return miss.failed().stream()
                .flatMap(failed -> failed.compared().stream())
                .anyMatch(compared -> compared.relation().equals("≠"));
    }

    private static String nearest(String given) {
        return given.isEmpty() ? "nearest: " : "nearest, for " + given + ": ";
    }

    /** Everything that is not so; of one value that is neither this nor that, the value is said once. */
    private static String failed(Obstacle.Miss miss) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (Obstacle.Failed failed : miss.failed()) {
            if (failed.compared().isEmpty()) {
                said.put("not so: " + Printable.of(failed.asked()), List.of());
            }
            for (Obstacle.Compared compared : failed.compared()) {
                List<String> not = said.computeIfAbsent(words(compared), unseen -> new ArrayList<>());
                if (compared.relation().equals("≠")) {
                    not.add(quoted(compared.right().value()));
                }
            }
        }
        return said.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue().isEmpty() ? "" : ", not " + either(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String either(List<String> options) {
        int last = options.size() - 1;
        return last == 0 ? options.get(0) : String.join(", ", options.subList(0, last)) + " or " + options.get(last);
    }

    /** {@code base 205,000 is 25,000 under base maximum 230,000}; what a word is not, is left to be said. */
    private static String words(Obstacle.Compared compared) {
        String left = name(compared.left());
        Object value = compared.left().value();
        if (!(value instanceof Exact) && !(value instanceof Moment)) {
            return value instanceof Boolean truth
                    ? left + (truth ? ": yes" : ": no")
                    : (left + " is " + quoted(value)).strip();
        }
        String right =
                (name(compared.right()) + " " + Words.value(compared.right().value())).strip();
        String spoken = Words.value(value);
        return (compared.left().name().contains("(") ? left + " is " + spoken + "," : left + " " + spoken + " is") + " "
                + standing(compared) + " " + right;
    }

    private static String standing(Obstacle.Compared compared) {
        String margin = compared.margin().map(Exact::spoken).orElse("");
        boolean instants = compared.left().value() instanceof Moment;
        String measured = instants ? margin + (margin.equals("1") ? " hour" : " hours") : margin;
        return switch (compared.relation()) {
            case "<" -> measured + (instants ? " before" : " under");
            case ">" -> measured + (instants ? " after" : " over");
            default -> "exactly";
        };
    }

    private static String quoted(Object value) {
        return value instanceof String text && !Words.text(text).startsWith("“")
                ? "“" + Words.text(text) + "”"
                : Words.value(value);
    }

    private static String name(Obstacle.Operand operand) {
        String name =
                operand.name().replaceAll("[().$]", " ").replaceAll(" +", " ").strip();
        return Printable.of(FactType.noun(name));
    }

    /** What is given, but for what is said anyway where it is compared. */
    private static String given(Obstacle.Miss miss, Map<String, Object> known) {
        Map<String, Object> given = new TreeMap<>(miss.given());
        given.entrySet().removeAll(known.entrySet());
        miss.failed().stream()
                .flatMap(failed -> failed.compared().stream())
                .forEach(compared -> given.keySet().remove(compared.right().name()));
        return values(given);
    }

    private static String wanted(Map<String, Object> given) {
        return given.isEmpty() ? "" : " (" + values(given) + ")";
    }

    private static String values(Map<String, Object> given) {
        return given.entrySet().stream()
                .map(entry -> FactType.noun(entry.getKey().substring(1)) + " " + Words.value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
