package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableFile;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.Token;

/** The warnings so far, and the words in which they speak of rules, lines and ranges. */
final class Told {
    /** The file in which the words of a policy stand. */
    static final String VOCABULARY = "vocabulary.csv";

    private static final int FEW_WORDS = 6;

    private final RuleSet rules;
    private final List<Remark> remarks = new ArrayList<>();

    Told(RuleSet rules) {
        this.rules = rules;
    }

    List<Remark> inOrder() {
        return remarks.stream().sorted(Remark.BY_PLACE).toList();
    }

    void warn(String kind, String file, int line, int column, String message, Optional<Json> example) {
        Problem problem =
                new Problem(rules.folder().named(TableFile.standing(rules.folder(), file)), line, column, "", message);
        remarks.add(new Remark(Remark.Severity.WARNING, kind, problem, example));
    }

    void warn(String kind, RuleSource rule, Token at, String message, Optional<Json> example) {
        warn(kind, rule.file(), at.line(), at.column(), message, example);
    }

    void warn(String kind, TableRow row, String message, Optional<Json> example) {
        warn(kind, row.file(), row.line(), 0, message, example);
    }

    /** A rule by its name and place, for a message about another. */
    static String named(RuleSource rule) {
        return "\"" + rule.name() + "\" (" + rule.file() + ", line " + rule.line() + ")";
    }

    /** A column as its table calls it: {@code baseMinimum} is {@code base minimum}. */
    static String column(String field) {
        return "`" + FactType.noun(field) + "`";
    }

    /** A condition on one line. */
    static String quoted(String condition) {
        return "`" + condition.strip().replaceAll("\\s+", " ") + "`";
    }

    /** {@code always 50}, {@code from 1 to 5}, {@code `a` or `b`}; nothing where it may be anything. */
    static Optional<String> range(Range range) {
        if (range instanceof Range.Words words && !words.others()) {
            return words.words().size() > FEW_WORDS || words.words().isEmpty()
                    ? Optional.empty()
                    : Optional.of((words.words().size() == 1 ? "always " : "") + either(words.words()));
        }
        if (range instanceof Range.Numbers numbers) {
            if (numbers.number().isPresent()) {
                return numbers.number().map(number -> "always " + number.spoken());
            }
            Optional<Exact> low = numbers.low();
            Optional<Exact> high = numbers.high();
            if (low.isPresent() && high.isPresent() && numbers.lowIn() && numbers.highIn()) {
                return Optional.of(
                        "from " + low.get().spoken() + " to " + high.get().spoken());
            }
            List<String> ends = new ArrayList<>();
            low.ifPresent(end -> ends.add(numbers.lowIn() ? end.spoken() + " or more" : "over " + end.spoken()));
            high.ifPresent(end -> ends.add((numbers.highIn() ? "at most " : "under ") + end.spoken()));
            return ends.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", ends));
        }
        return Optional.empty();
    }

    /** {@code `a`, `b` or `c`}. */
    static String either(Set<String> words) {
        List<String> all =
                new TreeSet<>(words).stream().map(word -> "`" + word + "`").collect(Collectors.toList());
        String last = all.remove(all.size() - 1);
        return all.isEmpty() ? last : String.join(", ", all) + " or " + last;
    }
}
