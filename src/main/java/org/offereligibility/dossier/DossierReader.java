package org.offereligibility.dossier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dossier as strictly as its schema and its policy's vocabulary say, and reports everything that is wrong with it at
 * once. Beyond {@code dossier.schema.json} it refuses
 *
 * <ul>
 *   <li>words outside the vocabulary, a criterion of another round, and what may stand there once but stands twice;
 *   <li>property names given twice in one object, or that speak of a protected attribute, at any depth, also in {@code
 *       metadata};
 *   <li>amounts with more than four decimals, and other numbers with more than a hundred;
 *   <li>instants with more than nine decimals of a second, with a leap second, or outside the years 0000 to 9999 in UTC;
 *   <li>a role or instant for which no policy is in force;
 *   <li>what {@link JsonText} refuses.
 * </ul>
 */
public final class DossierReader {
    private DossierReader() {}

    /**
     * Reads one dossier. Never throws, whatever the text.
     *
     * @param evaluationTime the instant whose vocabulary counts for a dossier without {@code asOf}
     */
    public static Reading read(Entry entry, Vocabularies vocabularies, Moment evaluationTime) {
        JsonText.Parsed parsed = JsonText.parse(entry);
        if (parsed instanceof JsonText.Parsed.Tree tree) {
            return read(entry.file(), tree.json(), vocabularies, evaluationTime);
        }
        return new Reading.Refused(List.of(((JsonText.Parsed.Broken) parsed).problem()));
    }

    /**
     * The same for a dossier that was parsed before, and perhaps changed since.
     *
     * @param file by which problems name it
     */
    public static Reading read(String file, Json json, Vocabularies vocabularies, Moment evaluationTime) {
        Complaints complaints = new Complaints(file);
        Value whole = new Value(json, Path.ROOT, complaints);
        if (!(json instanceof Json.Obj object)) {
            whole.expected(
                    json instanceof Json.Arr
                            ? "one dossier, which is an object (for several, write JSON Lines: one dossier a line)"
                            : "a dossier, which is an object");
            return new Reading.Refused(complaints.list());
        }
        new Names(complaints).check(object, Path.ROOT);
        Form form = Form.open(object, Path.ROOT, Shape.DOSSIER, complaints);
        Optional<Value> id = form.ask("candidateId");
        Optional<String> candidateId = id.flatMap(value -> value.text(1, 128));
        Optional<String> candidateName = form.ask("candidateName").flatMap(Value::text);
        Optional<String> role = form.ask("role").flatMap(Value::text);
        Optional<String> level = form.ask("level").flatMap(Value::text);
        Optional<Value> given = form.ask("asOf");
        Optional<Moment> asOf = given.flatMap(Value::instant);
        Vocabulary vocabulary = null;
        if (role.isPresent() && given.isPresent() == asOf.isPresent()) {
            vocabulary = find(vocabularies, role.get(), asOf.orElse(evaluationTime), object, complaints);
        }
        FactReader facts = new FactReader(new Words(vocabulary));
        facts.read(object, form);
        if (!complaints.isEmpty() || candidateId.isEmpty() || role.isEmpty() || level.isEmpty()) {
            return new Reading.Refused(complaints.list());
        }
        return new Reading.Accepted(new Dossier(
                candidateId.get(),
                candidateName,
                role.get(),
                level.get(),
                asOf,
                facts.facts(),
                object,
                CanonicalJson.hash(object)));
    }

    private static @Nullable Vocabulary find(
            Vocabularies vocabularies, String role, Moment asOf, Json.Obj dossier, Complaints complaints) {
        try {
            return vocabularies.inForce(role, asOf);
        } catch (Vocabularies.NotInForce none) {
            Json.Position at = dossier.at(none.pointer()).orElse(dossier).at();
            complaints.addAt(at, none::pointer, () -> String.valueOf(none.getMessage()));
            return null;
        }
    }
}
