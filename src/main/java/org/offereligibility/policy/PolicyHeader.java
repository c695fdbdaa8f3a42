package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/**
 * What {@code policy.yaml} says.
 *
 * @param sections in the order of the policy: name and title
 * @param sources what a rule may cite: the citation and where it leads
 * @param changeable what may honestly change before a decision, in the order of the file
 * @param knifeEdge the numbers at whose edges a verdict is worth a second look, in the order of the file
 * @param thresholds what is asked of a draft before it may be published
 * @param funnel what is expected of many candidates together
 * @param overrides why and for how long people may set a decision aside
 * @param retentionYears how long recorded decisions are kept, from 1 to 50
 */
public record PolicyHeader(
        String role,
        String title,
        String owner,
        String document,
        Map<String, String> sections,
        Map<String, String> sources,
        List<Changeable> changeable,
        List<Edge> knifeEdge,
        Thresholds thresholds,
        FunnelFigures funnel,
        Overriding overrides,
        int retentionYears) {
    /** How long recorded decisions are kept where the policy does not say, in years. */
    public static final int USUAL_RETENTION_YEARS = Retention.YEARS;

    static final String FILE = "policy.yaml";

    /**
     * A fact that may change before a decision: a number by steps, a text to another, an instant to a later one. An object
     * may come where there is none, and a list may take further entries; what stands in either never changes.
     *
     * @param pointer into the dossier (RFC 6901), never into an entry of a list
     * @param step greater than zero; there for numbers only, and always for them
     * @param from the words from which a text may change; if there are none, from any
     */
    public record Changeable(String pointer, Optional<Exact> step, List<String> from) {}

    /**
     * A number whose change by one step is worth knowing if it would turn the verdict.
     *
     * @param pointer into the dossier; {@code *} stands for each entry of a list
     * @param step greater than zero
     */
    public record Edge(String pointer, Exact step) {}

    private static final Set<String> PROPERTIES = Set.of(
            "role",
            "title",
            "owner",
            "document",
            "sections",
            "sources",
            "changeable",
            "knifeEdge",
            Thresholds.PROPERTY,
            FunnelFigures.PROPERTY,
            Overriding.PROPERTY,
            Retention.PROPERTY,
            "notes");

    /** What can be read of it, however much is wrong with the rest of the folder. */
    public static PolicyHeader of(PolicyFolder folder) {
        return Optional.ofNullable(folder.files().get(FILE))
                .flatMap(yaml -> YamlText.read(FILE, yaml, problem -> {}))
                .map(json -> read(FILE, json, folder.role(), problem -> {}))
                .orElseGet(() -> empty(folder.role()));
    }

    static PolicyHeader read(String file, Json yaml, String role, Consumer<Problem> problems) {
        return new Reader(file, problems).read(yaml, role);
    }

    /** The header of a policy whose file could not be read. */
    static PolicyHeader empty(String role) {
        return new PolicyHeader(
                role,
                "",
                "",
                "",
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Thresholds.STRICTEST,
                FunnelFigures.NONE,
                Overriding.DEFAULT,
                Retention.YEARS);
    }

    private record Reader(String file, Consumer<Problem> problems) {
        private PolicyHeader read(Json yaml, String role) {
            if (!(yaml instanceof Json.Obj header)) {
                report(yaml.at(), "expected properties such as `role:` and `title:`");
                return empty(role);
            }
            for (Json.Member member : header.members()) {
                if (!PROPERTIES.contains(member.name())) {
                    report(member.at(), UnknownName.told("property", member.name(), PROPERTIES));
                }
            }
            String named = text(header, "role");
            if (!named.isEmpty() && !named.equals(role)) {
                report(
                        header.get("role").orElseThrow().at(),
                        "`role` is `" + named + "`, but the folder is that of `" + role + "`");
            }
            FactSteps facts = new FactSteps(this::report);
            return new PolicyHeader(
                    role,
                    text(header, "title"),
                    text(header, "owner"),
                    text(header, "document"),
                    sections(header),
                    sources(header),
                    facts.changeable(header),
                    facts.knifeEdge(header),
                    Thresholds.read(header, this::report),
                    FunnelFigures.read(header, this::report),
                    Overriding.read(header, this::report),
                    Retention.years(header, this::report));
        }

        private Map<String, String> sections(Json.Obj header) {
            Map<String, String> sections = new LinkedHashMap<>();
            if (header.get("sections").orElse(null) instanceof Json.Arr list
                    && !list.items().isEmpty()) {
                for (Json item : list.items()) {
                    if (item instanceof Json.Obj section) {
                        String name = text(section, "section");
                        if (sections.put(name, text(section, "title")) != null) {
                            report(item.at(), "the section `" + name + "` stands here twice");
                        }
                    } else {
                        report(item.at(), "expected a section with `section:` and `title:`");
                    }
                }
            } else if (!isMisspelt(header, "sections")) {
                report(header.at(), "expected a list of `sections:`");
            }
            return sections;
        }

        private Map<String, String> sources(Json.Obj header) {
            Map<String, String> sources = new LinkedHashMap<>();
            if (header.get("sources").orElse(null) instanceof Json.Obj list) {
                for (Json.Member member : list.members()) {
                    sources.put(member.name(), member.value() instanceof Json.Str text ? text.value() : "");
                }
            } else if (!isMisspelt(header, "sources")) {
                report(header.at(), "expected `sources:`, each with what it stands for");
            }
            return sources;
        }

        /** What stands in its place has been told of then. */
        private static boolean isMisspelt(Json.Obj object, String property) {
            return object.members().stream()
                    .anyMatch(member -> !PROPERTIES.contains(member.name())
                            && Vocabulary.nearest(member.name(), PROPERTIES).equals(Optional.of(property)));
        }

        private String text(Json.Obj object, String property) {
            List<Json> values = new ArrayList<>();
            object.get(property).ifPresent(values::add);
            if (values.isEmpty()) {
                if (!isMisspelt(object, property)) {
                    report(object.at(), "`" + property + ":` is missing");
                }
                return "";
            }
            if (values.get(0) instanceof Json.Str text && !text.value().isBlank()) {
                return text.value();
            }
            report(values.get(0).at(), "expected a text after `" + property + ":`");
            return "";
        }

        private void report(Json.Position at, String message) {
            problems.accept(new Problem(file, at.line(), at.column(), "", message));
        }
    }
}
