package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Vocabulary;

/** What the lines and cells of a table are called: as its declaration has it read, else by its key and its column. */
final class RowWords {
    /** Columns of prose, which name nothing. */
    static final Set<String> PROSE = Set.of("source", "meaning", "unit");

    private final CsvTable table;
    private final Optional<FactType> type;
    private final Vocabulary vocabulary;

    RowWords(CsvTable table, Optional<FactType> type, Vocabulary vocabulary) {
        this.table = table;
        this.type = type;
        this.vocabulary = vocabulary;
    }

    /** The fields that tell one line from another: those of the key, else all that rules read, else the first column. */
    List<String> key() {
        List<FactType.Field> fields = type.map(FactType::fields).orElse(List.of()).stream()
                .filter(field -> fields().contains(field.name()))
                .toList();
        List<String> key = fields.stream()
                .filter(field -> field.has("key"))
                .map(FactType.Field::name)
                .toList();
        if (!key.isEmpty()) {
            return key;
        }
        return fields.isEmpty()
                ? fields().subList(0, 1)
                : fields.stream().map(FactType.Field::name).toList();
    }

    List<String> fields() {
        return table.header().stream().map(head -> Cells.fieldName(head.text())).toList();
    }

    /** What the cell says, however it is written: {@code 185,000} and {@code 185000} are the same number. */
    String meant(CsvTable.Row row, String field) {
        return number(row, field).map(Exact::toString).orElseGet(() -> LegiblePolicy.cell(table, row, field));
    }

    Optional<Exact> number(CsvTable.Row row, String field) {
        boolean isNumber = type.flatMap(declared -> declared.field(field))
                .map(declared -> declared.type().equals("Exact"))
                .orElse(type.isEmpty() && !PROSE.contains(field));
        return isNumber ? table.cell(row, field).flatMap(table::number) : Optional.empty();
    }

    /** A value as it is read, without quotation marks. */
    String read(CsvTable.Row row, String field) {
        Optional<Exact> number = number(row, field);
        if (number.isPresent()) {
            return number.get().spoken();
        }
        String text = LegiblePolicy.cell(table, row, field);
        boolean names = type.flatMap(declared -> declared.field(field))
                .map(declared -> declared.has("names"))
                .orElse(false);
        return names ? text.replace('-', ' ') : vocabulary.reads(text);
    }

    /** {@code mid-level in USD}, or the key: {@code pmm, mid, USD}. */
    String line(CsvTable.Row row) {
        return type.flatMap(FactType::row)
                .map(words -> filled(words, row))
                .orElseGet(() -> key().stream().map(field -> read(row, field)).collect(Collectors.joining(", ")));
    }

    /** What a column is called. */
    String name(String field) {
        return reads(field)
                .filter(words -> !FactType.PLACE.matcher(words).find())
                .orElseGet(() -> PROSE.contains(field) ? field : FactType.noun(field));
    }

    private Optional<String> reads(String field) {
        return type.flatMap(declared -> declared.field(field))
                .map(declared -> declared.marks().getOrDefault("reads", ""))
                .filter(words -> !words.isBlank());
    }

    /** {@code Base salary maximum for mid-level in USD}, or {@code The base maximum for pmm, mid, USD in bands}. */
    String cell(CsvTable.Row row, String field) {
        Optional<String> reads = reads(field);
        String prose = PROSE.contains(field) ? "The " + field + " of " : "";
        if (reads.isPresent()) {
            String words = filled(reads.get(), row);
            return Said.begun(words.equals(reads.get()) ? words + " for " + line(row) : words);
        }
        boolean named = type.flatMap(FactType::row).isPresent();
        return (prose.isEmpty() ? "The " + FactType.noun(field) + " for " : prose)
                + line(row)
                + (named ? "" : " in " + Said.table(table.file()));
    }

    /** {@code base minimum 185,000, base maximum 230,000}: all that rules read beside the key. */
    String rest(CsvTable.Row row) {
        List<String> key = key();
        return fields().stream()
                .filter(field -> !key.contains(field) && !PROSE.contains(field))
                .filter(field -> !LegiblePolicy.cell(table, row, field).isEmpty())
                .map(field -> FactType.noun(field) + " " + read(row, field))
                .collect(Collectors.joining(", "));
    }

    private String filled(String words, CsvTable.Row row) {
        return FactType.PLACE.matcher(words).replaceAll(place -> Matcher.quoteReplacement(read(row, place.group(1))));
    }
}
