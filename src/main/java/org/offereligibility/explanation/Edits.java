package org.offereligibility.explanation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Changes applied together to one dossier, the same in whatever order they are given. */
final class Edits {
    static final String FILE = "what if";

    /** Parents before what lies in them; entries of a list by their number. */
    private static final Comparator<String> BY_POINTER = (one, other) -> {
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int numbers = isIndex(a[i]) && isIndex(b[i]) ? Integer.compare(a[i].length(), b[i].length()) : 0;
            int order = numbers == 0 ? a[i].compareTo(b[i]) : numbers;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    };

    /** What is set comes before what is taken away, and that from the last entry on, so that indices stay what they were. */
    private static final Comparator<Edit> IN_ORDER = Comparator.<Edit, Boolean>comparing(Edit.Remove.class::isInstance)
            .thenComparing((one, other) -> one instanceof Edit.Remove
                    ? BY_POINTER.compare(other.pointer(), one.pointer())
                    : BY_POINTER.compare(one.pointer(), other.pointer()))
            .thenComparing(Edits::written);

    private final Json dossier;
    private final List<Edit> inOrder;
    private final List<Problem> problems = new ArrayList<>();

    Edits(Json dossier, List<Edit> edits) {
        this.dossier = dossier;
        this.inOrder = edits.stream().sorted(IN_ORDER).toList();
        inOrder.forEach(this::check);
        twice();
    }

    List<Edit> inOrder() {
        return inOrder;
    }

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }

    /** The changed dossier; only to be asked for where there is no problem. */
    Json applied() {
        Json changed = dossier;
        for (Edit edit : inOrder) {
            Optional<Json> next = edit instanceof Edit.Set set
                    ? JsonEdit.set(changed, set.pointer(), set.value())
                    : JsonEdit.remove(changed, edit.pointer());
            if (next.isEmpty()) {
                report(edit.pointer(), "cannot be changed together with the other changes");
            }
            changed = next.orElse(changed);
        }
        return changed;
    }

    private void check(Edit edit) {
        String pointer = edit.pointer();
        if (edit instanceof Edit.Unclear unclear) {
            report(pointer, unclear.why());
        } else if (!pointer.startsWith("/")) {
            report(pointer, "expected a place such as `/level`, which begins with `/`" + nearest("/" + pointer));
        } else if (DossierPlaces.kind(pointer).isEmpty() && !pointer.startsWith("/metadata/")) {
            report(pointer, "there is no such place in a dossier" + nearest(pointer));
        } else if (pointer.equals("/role")) {
            report(pointer, "another role has another policy; ask this question of a dossier for that role");
        } else if (edit instanceof Edit.Remove && dossier.at(pointer).isEmpty()) {
            report(pointer, "nothing stands there that could be taken away");
        } else if (edit instanceof Edit.Set set
                && JsonEdit.set(dossier, pointer, set.value()).isEmpty()) {
            report(pointer, noEntry(pointer));
        }
    }

    private void twice() {
        for (int i = 1; i < inOrder.size(); i++) {
            Edit edit = inOrder.get(i);
            boolean changed = inOrder.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.pointer().equals(edit.pointer()));
            if (changed && !edit.pointer().isEmpty() && !edit.pointer().endsWith("/-")) {
                report(edit.pointer(), "is changed twice; say which of the changes is meant");
            }
        }
    }

    private String noEntry(String pointer) {
        int end = pointer.lastIndexOf('/');
        String list = pointer.substring(0, end);
        while (!(dossier.at(list).orElse(null) instanceof Json.Arr entries)) {
            if (list.isEmpty()) {
                return "nothing can be put there";
            }
            end = list.lastIndexOf('/');
            list = list.substring(0, end);
        }
        int count = entries.items().size();
        return "there is no such entry: " + list + " has " + Words.count(count, "entry", "entries")
                + (count == 0 ? "" : ", counted from 0") + "; to add one, set `" + list + "/-` to the whole of it";
    }

    private static String nearest(String pointer) {
        String general = DossierPlaces.general(pointer);
        return Vocabulary.nearest(general, DossierPlaces.known().keySet())
                .map(place -> ": did you mean `" + withEntries(place, pointer) + "`?")
                .orElse("");
    }

    /** A general place with the entries that the pointer names, so far as it names some. */
    private static String withEntries(String place, String pointer) {
        List<String> entries = new ArrayList<>();
        for (String token : pointer.split("/", -1)) {
            if (isIndex(token) || token.equals("-")) {
                entries.add(token);
            }
        }
        String named = place;
        for (String entry : entries) {
            named = named.replaceFirst("\\*", entry);
        }
        return named.replace("*", "-");
    }

    private static boolean isIndex(String token) {
        return token.matches("0|[1-9][0-9]{0,8}");
    }

    private static String written(Edit edit) {
        return edit instanceof Edit.Set set
                ? new String(CanonicalJson.bytes(set.value()), StandardCharsets.UTF_8)
                : edit instanceof Edit.Unclear unclear ? unclear.why() : "";
    }

    private void report(String pointer, String message) {
        problems.add(new Problem(FILE, 0, 0, Printable.of(pointer), message));
    }
}
