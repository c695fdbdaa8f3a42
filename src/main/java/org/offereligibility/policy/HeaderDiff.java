package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** In what two versions of {@code policy.yaml} differ: entry by entry, also those that this class knows nothing of. */
final class HeaderDiff {
    static final String SECTION = "The policy itself";
    private static final String FILE = PolicyHeader.FILE;
    private static final int LONG = 100;

    private final LegiblePolicy before;
    private final LegiblePolicy after;
    private final List<Difference> differences = new ArrayList<>();

    HeaderDiff(LegiblePolicy before, LegiblePolicy after) {
        this.before = before;
        this.after = after;
    }

    /** An entry, by whatever name it has among its like, and its lines. */
    private record Entry(Json value, List<RawLine> lines) {}

    List<Difference> differences() {
        Optional<Json> old = Optional.ofNullable(before.documents().get(FILE));
        Optional<Json> now = Optional.ofNullable(after.documents().get(FILE));
        if (old.isPresent() && now.isPresent()) {
            members("", entries(before, old.get(), Integer.MAX_VALUE), entries(after, now.get(), Integer.MAX_VALUE));
        }
        return differences;
    }

    /** The members of an object, or the items of a list by the text of their first member. */
    private static Map<String, Entry> entries(LegiblePolicy policy, Json value, int end) {
        List<String> names = new ArrayList<>();
        List<Json> values = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        if (value instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                names.add(member.name());
                values.add(member.value());
                begins.add(member.at().line());
            }
        } else if (value instanceof Json.Arr list) {
            for (Json item : list.items()) {
                names.add(name(item));
                values.add(item);
                begins.add(item.at().line());
            }
        }
        begins.add(end == Integer.MAX_VALUE ? policy.lines(FILE).size() + 1 : end + 1);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            entries.putIfAbsent(names.get(i), new Entry(values.get(i), YamlLines.of(policy, FILE, begins, i)));
        }
        return entries;
    }

    private static String name(Json item) {
        return item instanceof Json.Obj object
                        && !object.members().isEmpty()
                        && object.members().get(0).value() instanceof Json.Str text
                ? text.value()
                : YamlLines.said(item);
    }

    private void members(String path, Map<String, Entry> old, Map<String, Entry> now) {
        List<String> names = new ArrayList<>(now.keySet());
        old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(names::add);
        for (String name : names) {
            Optional<Entry> was = Optional.ofNullable(old.get(name));
            Optional<Entry> is = Optional.ofNullable(now.get(name));
            boolean same = was.isPresent()
                    && is.isPresent()
                    && YamlLines.said(was.get().value())
                            .equals(YamlLines.said(is.get().value()));
            if (!same) {
                member(path.isEmpty() ? name : path + "/" + name, path, name, was, is);
            }
        }
        List<String> oldOrder = new ArrayList<>(old.keySet());
        List<String> newOrder = new ArrayList<>(now.keySet());
        oldOrder.retainAll(newOrder);
        newOrder.retainAll(old.keySet());
        if (path.equals("sections") && !oldOrder.equals(newOrder)) {
            add(path, "The sections now stand in the order " + Said.list(newOrder) + ".", lines(old), lines(now));
        }
    }

    private static List<RawLine> lines(Map<String, Entry> entries) {
        return entries.values().stream()
                .flatMap(entry -> entry.lines().stream())
                .toList();
    }

    private void member(String whole, String path, String name, Optional<Entry> was, Optional<Entry> is) {
        List<RawLine> from = was.map(Entry::lines).orElse(List.of());
        List<RawLine> to = is.map(Entry::lines).orElse(List.of());
        boolean deeper = was.isPresent() && is.isPresent() && isNested(was.get()) && isNested(is.get());
        if (deeper && !path.equals("sections")) {
            Map<String, Entry> oldEntries = entries(before, was.get().value(), last(from));
            Map<String, Entry> newEntries = entries(after, is.get().value(), last(to));
            members(whole, oldEntries, newEntries);
            return;
        }
        Optional<String> old = was.map(entry -> words(entry.value()));
        Optional<String> now = is.map(entry -> words(entry.value()));
        add(
                whole,
                HeaderWords.sentence(path, name, was.map(Entry::value), is.map(Entry::value))
                        .orElseGet(() -> general(whole, old, now, was.map(Entry::value), is.map(Entry::value))),
                from,
                to);
    }

    private static int last(List<RawLine> lines) {
        return lines.isEmpty() ? 1 : lines.get(lines.size() - 1).line();
    }

    private static boolean isNested(Entry entry) {
        return entry.value() instanceof Json.Obj
                || entry.value() instanceof Json.Arr list
                        && list.items().stream().anyMatch(item -> item instanceof Json.Obj);
    }

    private static String general(
            String whole, Optional<String> old, Optional<String> now, Optional<Json> was, Optional<Json> is) {
        String named = whole.startsWith("changeable/") || whole.startsWith("knifeEdge/")
                ? "what is said of " + HeaderWords.fact(whole)
                : Said.quoted(FactType.noun(whole.replace("/", ", ")));
        String in = "In policy.yaml, " + named;
        if (was.orElse(null) instanceof Json.Num from && is.orElse(null) instanceof Json.Num to) {
            return in + " " + Said.moves(Exact.of(from.value()), Exact.of(to.value())) + ".";
        }
        if (old.isEmpty()) {
            return in + " is new" + (isShort(now) ? ": " + now.orElse("") : "") + ".";
        }
        if (now.isEmpty()) {
            return in + " is gone" + (isShort(old) ? "; it was " + old.orElse("") : "") + ".";
        }
        return isShort(old) && isShort(now)
                ? in + " changes from " + old.get() + " to " + now.get() + "."
                : in + " is written otherwise.";
    }

    private static boolean isShort(Optional<String> words) {
        return words.isPresent() && words.get().length() <= LONG;
    }

    static String words(Json value) {
        if (value instanceof Json.Str text) {
            return Said.quoted(text.value());
        }
        if (value instanceof Json.Num number) {
            return Exact.of(number.value()).spoken();
        }
        if (value instanceof Json.Arr list) {
            return list.items().isEmpty()
                    ? "nothing"
                    : Said.list(list.items().stream().map(HeaderDiff::words).toList());
        }
        if (value instanceof Json.Obj object) {
            return Said.list(object.members().stream()
                    .map(member -> FactType.noun(member.name()) + " " + words(member.value()))
                    .toList());
        }
        return YamlLines.said(value);
    }

    private void add(String subject, String sentence, List<RawLine> from, List<RawLine> to) {
        differences.add(new Difference(Kind.POLICY, SECTION, subject, sentence, from, to));
    }
}
