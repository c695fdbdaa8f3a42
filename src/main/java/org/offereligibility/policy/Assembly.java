package org.offereligibility.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.PlainText;

/**
 * What Drools compiles: the rule files with every rule on the line where its author wrote it, each declared type as a
 * record, so that facts are values, and the layer of each rule as its salience, so that Drools never asks for the absence of
 * a fact that may still come. All rules stand in one package (Drools issue 7115 loses matches between packages).
 */
record Assembly(SortedMap<String, String> sources) {
    static final String PACKAGE = "rules";
    private static final String JAVA = "src/main/java/" + PACKAGE + "/";
    private static final String DRL = "src/main/resources/" + PACKAGE + "/";

    static Assembly of(List<RuleParser.RuleFile> files, FactTypes types, Layers layers) {
        SortedMap<String, String> sources = new TreeMap<>();
        for (FactType type : types.declared()) {
            sources.put(JAVA + type.name() + ".java", record(type));
        }
        String header = header();
        for (RuleParser.RuleFile file : files) {
            sources.put(DRL + file.file().replace('/', '-'), header + layered(file, layers));
        }
        return new Assembly(sources);
    }

    private static String record(FactType type) {
        String line = type.origin() == FactType.Origin.TABLE ? "int line" : "";
        String fields = type.fields().stream()
                .map(field -> javaType(field.type()) + " " + field.name())
                .collect(Collectors.joining(", "));
        String subjectOnly = type.name().equals(FactType.FINDING)
                ? "public " + FactType.FINDING + "(String subject) { this(subject, \"\"); } "
                : "";
        return "package " + PACKAGE + "; public record " + type.name() + "(" + line
                + (line.isEmpty() || fields.isEmpty() ? "" : ", ") + fields + ") { " + subjectOnly + "}\n";
    }

    private static String javaType(String type) {
        return switch (type) {
            case "Exact" -> Exact.class.getName();
            case "Moment" -> Moment.class.getName();
            case "PlainText" -> PlainText.class.getName();
            default -> "java.lang." + type;
        };
    }

    /** On one line, in front of the file's first. */
    private static String header() {
        StringBuilder header = new StringBuilder("package " + PACKAGE + "; ");
        FactTypes.dossierClasses()
                .values()
                .forEach(type ->
                        header.append("import ").append(type.getCanonicalName()).append("; "));
        for (String function : new java.util.TreeSet<>(FactTypes.FUNCTIONS)) {
            header.append("import accumulate ")
                    .append(Functions.class.getName())
                    .append('.')
                    .append(Character.toUpperCase(function.charAt(0)))
                    .append(function.substring(1))
                    .append(' ')
                    .append(function)
                    .append("; ");
        }
        return header.toString();
    }

    private static String layered(RuleParser.RuleFile file, Layers layers) {
        StringBuilder text = new StringBuilder(file.text());
        file.rules().stream()
                .sorted(Comparator.comparingInt((RuleSource rule) -> rule.when().offset())
                        .reversed())
                .forEach(rule -> text.insert(rule.when().offset(), " salience -" + layers.of(rule) + " "));
        // from the last to the first, so that offsets stay true; declarations have no rule inside
        List<RuleParser.Declaration> declarations = file.declarations();
        String layered = text.toString();
        for (int i = declarations.size() - 1; i >= 0; i--) {
            int shift = shift(file, layers, declarations.get(i).begin());
            int begin = declarations.get(i).begin() + shift;
            int end = declarations.get(i).end() + shift;
            layered = layered.substring(0, begin)
                    + layered.substring(begin, end).replaceAll("[^\\n]", " ")
                    + layered.substring(end);
        }
        return layered;
    }

    private static int shift(RuleParser.RuleFile file, Layers layers, int offset) {
        return file.rules().stream()
                .filter(rule -> rule.when().offset() < offset)
                .mapToInt(rule -> (" salience -" + layers.of(rule) + " ").length())
                .sum();
    }

    /** What the compiled form depends on, beside the engine and the Java platform. */
    String fingerprint() {
        StringBuilder all = new StringBuilder(signatures());
        for (Map.Entry<String, String> source : sources.entrySet()) {
            all.append(source.getKey()).append('\n').append(source.getValue()).append('\n');
        }
        return PolicyFolder.sha256(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String signatures() {
        StringBuilder signatures = new StringBuilder();
        FactTypes.dossierClasses().values().stream()
                .filter(Class::isRecord)
                .forEach(type -> signatures
                        .append(type.getName())
                        .append(List.of(type.getRecordComponents()))
                        .append('\n'));
        return signatures
                .append(FactTypes.METHODS)
                .append(new java.util.TreeSet<>(FactTypes.FUNCTIONS))
                .append('\n')
                .toString();
    }
}
