package org.offereligibility.explanation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;

/** The guide's dossiers, and the policy that decides them. */
final class Guide {
    static final Evaluation HOUSE = Evaluation.under("rules");
    static final Evaluator PMM = HOUSE.evaluator("pmm", Evaluation.EVALUATED_AT);
    static final Moment JUDGED_AT = Evaluation.EVALUATED_AT;
    private static final List<String> LISTS =
            List.of("/hiringTeam", "/rounds", "/scores", "/observations", "/challenges", "/exercises");

    private Guide() {}

    static Dossier dossier(String number) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("fixtures/guide"))) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(number + "-"))
                    .findFirst()
                    .orElseThrow();
            return read(Files.readString(file));
        }
    }

    static List<Dossier> all() throws IOException {
        List<Dossier> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("fixtures/guide"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                all.add(read(Files.readString(file)));
            }
        }
        return all;
    }

    static Dossier read(String text) {
        Reading reading = HOUSE.read(text);
        if (reading instanceof Reading.Accepted accepted) {
            return accepted.dossier();
        }
        throw new AssertionError(reading);
    }

    static Dossier read(Json json) {
        return read(new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8));
    }

    /** The same facts, each list of them backwards. */
    static Dossier reversed(Dossier dossier) {
        Json json = dossier.json();
        for (String list : LISTS) {
            if (json.at(list).orElse(null) instanceof Json.Arr array) {
                List<Json> items = new ArrayList<>(array.items());
                Collections.reverse(items);
                json = JsonEdit.set(json, list, new Json.Arr(array.at(), items)).orElseThrow();
            }
        }
        return read(json);
    }

    static Dossier without(Dossier dossier, String... pointers) {
        Json json = dossier.json();
        for (String pointer : pointers) {
            json = JsonEdit.remove(json, pointer).orElseThrow();
        }
        return read(json);
    }
}
