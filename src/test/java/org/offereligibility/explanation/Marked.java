package org.offereligibility.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A dossier in which everything that is nobody's business but the house's carries a mark: ids of people and challenges,
 * names, notes, evidence, approvers, free text, metadata. Equal ids stay equal, so that the same is found as before.
 */
final class Marked {
    static final String MARK = "zq7secret";
    private static final Set<String> SECRET = Set.of(
            "id",
            "interviewer",
            "observer",
            "raisedBy",
            "approvedBy",
            "note",
            "evidence",
            "constraint",
            "reason",
            "audience",
            "feature",
            "candidateName",
            "hiringTeam");
    /** What an entry of a list may have and seldom has. */
    private static final Map<String, List<String>> ADDED = Map.of(
            "scores", List.of("evidence"),
            "observations", List.of("note"),
            "challenges", List.of("constraint", "raisedBy"),
            "exercises", List.of("audience"));

    private final Map<String, String> marks = new HashMap<>();

    private Marked() {}

    /** @param level whether the level is marked too, so that there is no band for it */
    static String dossier(String dossier, boolean level) {
        ObjectNode marked = (ObjectNode) JsonMapper.shared().readTree(dossier);
        new Marked().mark(marked, level);
        return marked.toString();
    }

    private void mark(ObjectNode dossier, boolean level) {
        ADDED.forEach((list, names) ->
                dossier.path(list).forEach(entry -> names.forEach(name -> ((ObjectNode) entry).put(name, "anything"))));
        dossier.put("candidateName", "anyone");
        children(dossier);
        dossier.path("exercises").forEach(exercise -> {
            ((ObjectNode) exercise).put("topic", of(exercise.get("topic").stringValue()));
            ((ObjectNode) exercise)
                    .put("text", exercise.get("text").stringValue() + " " + of("what the candidate said"));
        });
        dossier.putObject("metadata").put(of("a name"), of("a value")).put("rounds", of("rounds"));
        dossier.put("candidateId", "reference");
        if (level) {
            dossier.put("level", of("level"));
        }
    }

    private void children(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                if (SECRET.contains(name) && object.get(name).isString()) {
                    object.put(name, of(object.get(name).stringValue()));
                } else if (SECRET.contains(name) && object.get(name) instanceof ArrayNode list) {
                    for (int i = 0; i < list.size(); i++) {
                        list.set(i, StringNode.valueOf(of(list.get(i).stringValue())));
                    }
                } else {
                    children(object.get(name));
                }
            }
        } else {
            node.forEach(this::children);
        }
    }

    private String of(String given) {
        return marks.computeIfAbsent(given, unseen -> MARK + marks.size() + "q");
    }
}
