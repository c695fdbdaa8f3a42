package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;

/**
 * What {@code policy.yaml} says.
 *
 * @param sections in the order of the policy: name and title
 * @param sources what a rule may cite: the citation and where it leads
 */
public record PolicyHeader(
        String role,
        String title,
        String owner,
        String document,
        Map<String, String> sections,
        Map<String, String> sources) {
    static final String FILE = "policy.yaml";
    private static final Set<String> PROPERTIES =
            Set.of("role", "title", "owner", "document", "sections", "sources", "notes");

    static PolicyHeader read(String file, Json yaml, String role, Consumer<Problem> problems) {
        return new Reader(file, problems).read(yaml, role);
    }

    private record Reader(String file, Consumer<Problem> problems) {
        private PolicyHeader read(Json yaml, String role) {
            if (!(yaml instanceof Json.Obj header)) {
                report(yaml.at(), "expected properties such as `role:` and `title:`");
                return new PolicyHeader(role, "", "", "", Map.of(), Map.of());
            }
            for (Json.Member member : header.members()) {
                if (!PROPERTIES.contains(member.name())) {
                    report(member.at(), RuleParser.unknown("property", member.name(), PROPERTIES));
                }
            }
            String named = text(header, "role");
            if (!named.isEmpty() && !named.equals(role)) {
                report(
                        header.get("role").orElseThrow().at(),
                        "`role` is `" + named + "`, but the folder is that of `" + role + "`");
            }
            return new PolicyHeader(
                    role,
                    text(header, "title"),
                    text(header, "owner"),
                    text(header, "document"),
                    sections(header),
                    sources(header));
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
            } else {
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
            } else {
                report(header.at(), "expected `sources:`, each with what it stands for");
            }
            return sources;
        }

        private String text(Json.Obj object, String property) {
            List<Json> values = new ArrayList<>();
            object.get(property).ifPresent(values::add);
            if (values.isEmpty()) {
                report(object.at(), "`" + property + ":` is missing");
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
