package org.offereligibility.trial;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.TableText;

/** Slips in tables and in the vocabulary: numbers, words, lines. */
final class TableMutants {
    private static final String VOCABULARY = "vocabulary.csv";

    private final RuleSet rules;
    private final List<Mutant> mutants = new ArrayList<>();

    private TableMutants(RuleSet rules) {
        this.rules = rules;
    }

    /** In the order of files and lines. */
    static List<Mutant> of(RuleSet rules) {
        TableMutants all = new TableMutants(rules);
        Set<String> files = new LinkedHashSet<>();
        rules.rows().values().forEach(row -> files.add(row.file()));
        files.forEach(file -> TableText.of(rules.folder(), file).ifPresent(all::table));
        TableText.of(rules.folder(), VOCABULARY).ifPresent(all::vocabulary);
        return all.mutants;
    }

    private void table(TableText table) {
        for (TableText.Line line : table.lines()) {
            rules.rows().values().stream()
                    .filter(row -> row.file().equals(table.file()) && row.line() == line.number())
                    .findFirst()
                    .ifPresent(row -> {
                        row.type().fields().forEach(field -> cell(table, line, row, field));
                        add(
                                table,
                                line,
                                Mutant.Kind.ROW,
                                row.type().name(),
                                line.span(),
                                "",
                                "this line were not there");
                    });
        }
    }

    private void cell(TableText table, TableText.Line line, TableRow row, FactType.Field field) {
        TableText.Span span = line.cells().get(field.name());
        Object value = row.values().get(field.name());
        if (span == null || value == null) {
            return;
        }
        BiConsumer<Mutant.Kind, String> instead = (kind, other) -> add(
                table,
                line,
                kind,
                row.type().name(),
                span,
                other,
                "the " + FactType.noun(field.name()) + key(row, field) + " were " + other + " and not "
                        + table.text().substring(span.begin(), span.end()).strip());
        if (value instanceof Exact number) {
            BigDecimal step = step(row.type(), field);
            BigDecimal decimal = decimal(number);
            instead.accept(Mutant.Kind.NUMBER, decimal.add(step).toPlainString());
            instead.accept(Mutant.Kind.NUMBER, decimal.subtract(step).toPlainString());
        } else if (value instanceof Boolean yes) {
            instead.accept(Mutant.Kind.WORD, yes ? "no" : "yes");
        } else {
            String word = String.valueOf(value);
            Optional<String> other = field.word().isPresent()
                    ? next(rules.vocabulary().words(field.word().orElse("")), word)
                    : Optional.of(word + "-other");
            other.ifPresent(found -> instead.accept(Mutant.Kind.WORD, found));
        }
    }

    /** What the other cells say that tell this line from its neighbours. */
    private static String key(TableRow row, FactType.Field edited) {
        List<String> keys = new ArrayList<>();
        for (FactType.Field field : row.type().fields()) {
            if (field.marks().containsKey("key") && !field.name().equals(edited.name())) {
                keys.add(String.valueOf(row.values().get(field.name())));
            }
        }
        return keys.isEmpty() ? "" : " for " + String.join(", ", keys);
    }

    /**
     * By how much a number in this column moves: whole numbers by 1, others by the greatest step of which all of them are
     * multiples. Marks of 3 and 3.5 move by a half; a mark of 2.9 would be a slip that nobody makes and no few scores show.
     */
    private BigDecimal step(FactType type, FactType.Field field) {
        BigInteger common = BigInteger.ZERO;
        int scale = 0;
        for (TableRow row : rules.rows().values()) {
            if (row.type().equals(type) && row.values().get(field.name()) instanceof Exact number) {
                scale = Math.max(
                        scale, Math.max(0, decimal(number).stripTrailingZeros().scale()));
            }
        }
        if (scale == 0) {
            return BigDecimal.ONE;
        }
        for (TableRow row : rules.rows().values()) {
            if (row.type().equals(type) && row.values().get(field.name()) instanceof Exact number) {
                common = common.gcd(decimal(number)
                        .setScale(scale, java.math.RoundingMode.UNNECESSARY)
                        .unscaledValue());
            }
        }
        return new BigDecimal(common, scale).min(BigDecimal.ONE);
    }

    private static BigDecimal decimal(Exact number) {
        return number.rounded(10).stripTrailingZeros();
    }

    private void vocabulary(TableText table) {
        for (TableText.Line line : table.lines()) {
            String word = text(table, line.cells(), "word");
            String kind = text(table, line.cells(), "kind");
            String of = text(table, line.cells(), "of");
            add(
                    table,
                    line,
                    Mutant.Kind.VOCABULARY,
                    "vocabulary",
                    line.span(),
                    "",
                    "the vocabulary had no " + kind + " `" + word + "`" + (of.isEmpty() ? "" : " of `" + of + "`"));
            TableText.Span span = line.cells().get("of");
            if (!of.isEmpty() && span != null) {
                List<String> owners = rules.vocabulary().entries().stream()
                        .filter(entry ->
                                entry.kind().equals(kind) && !entry.of().isEmpty())
                        .map(Vocabulary.Entry::of)
                        .distinct()
                        .toList();
                next(owners, of)
                        .ifPresent(other -> add(
                                table,
                                line,
                                Mutant.Kind.VOCABULARY,
                                "vocabulary",
                                span,
                                other,
                                "the " + kind + " `" + word + "` were of `" + other + "` and not of `" + of + "`"));
            }
        }
    }

    private static String text(TableText table, Map<String, TableText.Span> cells, String field) {
        TableText.Span span = cells.get(field);
        return span == null
                ? ""
                : table.text().substring(span.begin(), span.end()).strip();
    }

    /** The word after that one; none where there is no other. */
    static Optional<String> next(List<String> words, String word) {
        int at = words.indexOf(word);
        return words.stream().filter(other -> !other.equals(word)).findFirst().isEmpty()
                ? Optional.empty()
                : Optional.of(words.get((at + 1) % words.size()));
    }

    private void add(
            TableText table,
            TableText.Line line,
            Mutant.Kind kind,
            String about,
            TableText.Span span,
            String replacement,
            String instead) {
        mutants.add(new Mutant(
                table.file(),
                line.number(),
                kind,
                about,
                table.text(),
                span.begin(),
                span.end(),
                replacement,
                instead));
    }
}
