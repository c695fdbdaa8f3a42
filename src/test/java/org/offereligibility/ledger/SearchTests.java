package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No search walks over all records. */
class SearchTests {
    private static final Filter EVERYTHING = new Filter(
            Optional.of("C-1"),
            Optional.of("decision"),
            Optional.of("HR-7"),
            Optional.of("x"),
            Optional.of("pmm"),
            Optional.of("2025.1"),
            Optional.of("sha256:00"),
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.parse("2100-01-01T00:00:00Z")),
            Set.of(new Mark("verdict", "REFER"), new Mark("code", "COMP-1")),
            Optional.of("override"));

    @TempDir
    Path folder;

    /** Each criterion alone, and all together with each in the lead. */
    @Test
    void everySearchReadsAnIndex() throws Exception {
        Place place = Place.in(folder);
        try (Ledger ledger = Records.open(place);
                Connection connection = Database.at(place).connect();
                Session session = Session.of(Database.at(place))) {
            ledger.append(Records.decision("r1", "C-1", "REFER"));
            for (Filter filter : alone()) {
                for (boolean backwards : List.of(true, false)) {
                    Search search = Search.of(session, filter, backwards ? Long.MAX_VALUE : 0, backwards)
                            .orElseThrow();
                    for (String step : plan(connection, search)) {
                        assertThat(step)
                                .as(filter + " by " + search.sql("SELECT r.idx FROM "))
                                .doesNotStartWith("SCAN r")
                                .doesNotStartWith("SCAN d")
                                .doesNotStartWith("SCAN t")
                                .doesNotStartWith("SCAN o")
                                .doesNotContain("(rowid>? AND rowid<?)")
                                .doesNotContain("AUTOMATIC");
                    }
                }
            }
            Search everyRecord = Search.of(session, Filter.ALL, 7, true).orElseThrow();
            assertThat(plan(connection, everyRecord)).noneMatch(step -> step.contains("TEMP B-TREE"));
        }
    }

    /** Each criterion alone, and all together. */
    static List<Filter> alone() {
        List<Filter> all = new ArrayList<>(List.of(EVERYTHING));
        Optional<String> none = Optional.empty();
        for (int i = 0; i < 9; i++) {
            Filter e = EVERYTHING;
            all.add(new Filter(
                    i == 0 ? e.candidate() : none,
                    i == 1 ? e.kind() : none,
                    i == 2 ? e.by() : none,
                    i == 3 ? e.about() : none,
                    i == 4 ? e.role() : none,
                    i == 5 ? e.version() : none,
                    i == 6 ? e.rules() : none,
                    Optional.empty(),
                    Optional.empty(),
                    i == 7 ? e.marks() : Set.of(),
                    i == 8 ? e.target() : none));
        }
        return all;
    }

    /** The question as a person would type it. */
    static String typed(Search search, String candidate) {
        String asked = search.sql("SELECT r.idx FROM ").replace(":limit", "51");
        for (Map.Entry<String, Object> value : search.values().entrySet()) {
            String literal = value.getValue() instanceof byte[]
                    ? candidate
                    : value.getValue() instanceof Long ? value.getValue().toString() : "'" + value.getValue() + "'";
            asked = asked.replaceAll(":" + value.getKey() + "\\b", Matcher.quoteReplacement(literal));
        }
        return asked;
    }

    private static List<String> plan(Connection connection, Search search) throws Exception {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + typed(search, "x'432d31'"))) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
