package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Json.Position;
import org.offereligibility.dossier.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 as the same located tree that JSON is read as. One document of mappings, sequences and scalars: what
 * would make a value something else than what stands there (anchors, aliases, tags, directives) is refused.
 */
final class YamlText {
    private static final int DEEPEST = 100;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setVersionFunction(version -> version)
            .build();

    private final String file;
    private final Iterator<Event> events;
    private final Consumer<Problem> problems;

    private YamlText(String file, Iterator<Event> events, Consumer<Problem> problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
    }

    /**
     * The document, or nothing if there was any problem. Every problem up to the first place at which the text is no YAML
     * at all is told.
     *
     * @param bytes UTF-8, with or without byte order mark; scalars are read by the core schema (YAML 1.2.2, section 10.3)
     *     into null, booleans and decimals as written, everything else into text
     */
    static Optional<Json> read(String file, byte[] bytes, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Optional<Json> read = Optional.empty();
        Optional<String> text = Utf8Text.read(file, bytes, "save it as UTF-8", found::add);
        if (text.isPresent()) {
            YamlFault.unreadable(file, text.get(), found::add);
        }
        if (text.isPresent() && found.isEmpty()) {
            try {
                read = new YamlText(
                                file,
                                new Parse(SETTINGS).parseString(text.get()).iterator(),
                                found::add)
                        .stream();
            } catch (YamlEngineException fault) {
                found.add(YamlFault.problem(file, text.get(), fault));
            }
        }
        found.stream().sorted(Problem.BY_PLACE).forEach(problems);
        return found.isEmpty() ? read : Optional.empty();
    }

    private Optional<Json> stream() {
        events.next();
        Optional<Json> document = Optional.empty();
        for (Event event = events.next(); event.getEventId() != ID.StreamEnd; event = events.next()) {
            if (event instanceof DocumentStartEvent start) {
                if (document.isPresent()) {
                    refuse(event, "", "a second document begins; one file holds one");
                    return document;
                }
                checkVersion(start);
                document = Optional.of(node(events.next(), "", 0));
                events.next();
            }
        }
        if (document.isEmpty()) {
            problems.accept(new Problem(file, 0, 0, "", "is empty"));
        }
        return document;
    }

    private void checkVersion(DocumentStartEvent start) {
        Optional<SpecVersion> version = start.getSpecVersion();
        if (version.isPresent()
                && !(version.get().getMajor() == 1 && version.get().getMinor() == 2)) {
            refuse(start, "", "asks for another YAML than 1.2; leave the line that begins with `%YAML` out");
        }
    }

    private Json node(Event event, String pointer, int depth) {
        if (event instanceof AliasEvent) {
            refuse(event, pointer, "is an alias (`*`) of something that stands elsewhere; write it out here");
            return new Json.Null(at(event));
        }
        if (event instanceof NodeEvent anchored) {
            anchored.getAnchor()
                    .ifPresent(anchor -> refuse(
                            event,
                            pointer,
                            "has the anchor " + VisibleText.shown("&" + anchor.getValue()) + "; leave it out"));
        }
        if (event instanceof ScalarEvent scalar) {
            scalar.getTag().ifPresent(tag -> refuseTag(event, pointer, tag));
            return YamlScalar.read(scalar, at(event), reason -> refuse(event, pointer, reason));
        }
        ((CollectionStartEvent) event).getTag().ifPresent(tag -> refuseTag(event, pointer, tag));
        if (depth == DEEPEST) {
            refuse(event, pointer, "lies more than " + DEEPEST + " levels deep");
            skipRest();
            return new Json.Null(at(event));
        }
        return event.getEventId() == ID.MappingStart ? mapping(event, pointer, depth) : sequence(event, pointer, depth);
    }

    private Json sequence(Event start, String pointer, int depth) {
        List<Json> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != ID.SequenceEnd; event = events.next()) {
            items.add(node(event, pointer + "/" + items.size(), depth + 1));
        }
        return new Json.Arr(at(start), List.copyOf(items));
    }

    private Json mapping(Event start, String pointer, int depth) {
        List<Json.Member> members = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != ID.MappingEnd; event = events.next()) {
            Optional<String> name = name(event, pointer, depth);
            String inside = pointer + "/" + Json.escape(name.orElse(""));
            Json value = node(events.next(), inside, depth + 1);
            if (name.isPresent()) {
                Integer earlier = lines.putIfAbsent(name.get(), at(event).line());
                if (earlier != null) {
                    refuse(
                            event,
                            inside,
                            VisibleText.shown(name.get()) + " stands here a second time; the first is in line "
                                    + earlier);
                }
                members.add(new Json.Member(at(event), name.get(), value));
            }
        }
        return new Json.Obj(at(start), List.copyOf(members));
    }

    /** The key as it is written: {@code 2025} and {@code no} are names here and not a number or a truth. */
    private Optional<String> name(Event event, String pointer, int depth) {
        if (event instanceof ScalarEvent scalar
                && scalar.getTag().isEmpty()
                && scalar.getAnchor().isEmpty()) {
            if (scalar.getValue().isEmpty()) {
                refuse(event, pointer, "a name is missing before the colon");
            }
            return Optional.of(scalar.getValue());
        }
        if (event instanceof CollectionStartEvent) {
            refuse(event, pointer, "a name before a colon is a word and no list or mapping");
        }
        node(event, pointer, depth + 1);
        return Optional.empty();
    }

    private void skipRest() {
        for (int open = 1; open > 0; ) {
            Event event = events.next();
            if (event instanceof CollectionStartEvent) {
                open++;
            } else if (event.getEventId() == ID.MappingEnd || event.getEventId() == ID.SequenceEnd) {
                open--;
            }
        }
    }

    private void refuseTag(Event event, String pointer, String tag) {
        String written =
                tag.startsWith("tag:yaml.org,2002:") ? "!!" + tag.substring("tag:yaml.org,2002:".length()) : tag;
        refuse(event, pointer, "has the tag " + VisibleText.shown(written) + "; leave it out");
    }

    private void refuse(Event event, String pointer, String message) {
        Position at = at(event);
        problems.accept(new Problem(file, at.line(), at.column(), pointer, message));
    }

    private static Position at(Event event) {
        return event.getStartMark()
                .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
                .orElseThrow();
    }
}
