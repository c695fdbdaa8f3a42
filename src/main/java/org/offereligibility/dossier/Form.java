package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object of a dossier, its properties known by name; what is unknown or missing is complained of when it is opened. */
final class Form {
    private final Path path;
    private final Shape shape;
    private final Complaints complaints;
    private final @Nullable Json[] values;

    private Form(Path path, Shape shape, Complaints complaints) {
        this.path = path;
        this.shape = shape;
        this.complaints = complaints;
        this.values = new @Nullable Json[shape.names().size()];
    }

    static Form open(Json.Obj object, Path path, Shape shape, Complaints complaints) {
        Form form = new Form(path, shape, complaints);
        List<Json.Member> unknown = new ArrayList<>(0);
        for (Json.Member member : object.members()) {
            Integer place = shape.places().get(member.name());
            if (place == null) {
                unknown.add(member);
            } else if (form.values[place] == null) {
                form.values[place] = member.value();
            }
        }
        form.refuse(unknown);
        for (String name : shape.required()) {
            if (form.ask(name).isEmpty()) {
                complaints.add(object.at(), path, Quoted.of(name) + " is missing: " + shape.called() + " needs it");
            }
        }
        return form;
    }

    /** What stands under that name, if anything does. */
    Optional<Value> ask(String name) {
        Json value = values[shape.places().getOrDefault(name, -1)];
        return value == null ? Optional.empty() : Optional.of(new Value(value, path.to(name), complaints));
    }

    /** The values of the array under that name; none where there is no such property or no array. */
    List<Value> items(String name) {
        return ask(name).map(Value::items).orElse(List.of());
    }

    String pointer() {
        return path.pointer();
    }

    private void refuse(List<Json.Member> unknown) {
        for (Json.Member member : unknown) {
            if (ProtectedAttributes.named(member.name()).isPresent()) {
                continue; // told, with the better reason, where all names are looked at
            }
            complaints.add(member.at(), path.to(member.name()), () -> {
                String meant = Vocabulary.nearest(member.name(), shape.names())
                        .map(name -> ": did you mean " + Quoted.of(name) + "?")
                        .orElse(": remove it, or put it under `metadata`");
                return Quoted.of(member.name()) + " is no property of " + shape.called() + meant;
            });
        }
    }
}
