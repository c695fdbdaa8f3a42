package org.offereligibility.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Mark;
import org.offereligibility.ledger.Place;

/** How long each search takes on a million records. Not run by the build; by hand, with a folder that is filled if it is new. */
final class LedgerSearches {
    private static final int RECORDS = 1_000_000;
    private static final int PAGE = 51;
    private static final long START = Instant.parse("2022-01-01T00:00:00Z").toEpochMilli();
    private static final long STEP_MILLIS = 120_000;
    private static final List<String> VERDICTS = List.of("INELIGIBLE", "REFER", "INCOMPLETE", "ELIGIBLE");

    private LedgerSearches() {}

    public static void main(String[] arguments) throws Exception {
        Place place = Place.in(Path.of(arguments[0]));
        try (Ledger ledger = Ledger.open(place, InstantSource.system(), new SecureRandom())) {
            if (ledger.size() == 0) {
                fill(place);
            }
            System.out.println(ledger.size() + " records");
            for (Map.Entry<String, Filter> search : searches().entrySet()) {
                StringBuilder line = new StringBuilder(String.format("%-44s", search.getKey()));
                time(ledger, search.getValue(), Long.MAX_VALUE, line);
                time(ledger, search.getValue(), RECORDS / 2, line);
                System.out.println(line);
            }
            long begin = System.nanoTime();
            ledger.beginning("0007a1");
            System.out.println("beginning of an id: " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        }
    }

    private static void time(Ledger ledger, Filter filter, long before, StringBuilder line) throws LedgerUnusable {
        for (int turn = 0; turn < 2; turn++) {
            long begin = System.nanoTime();
            List<Entry> page = ledger.pageBack(filter, before, PAGE);
            line.append(String.format("  %5d ms (%2d)", (System.nanoTime() - begin) / 1_000_000, page.size()));
        }
    }

    private static Map<String, Filter> searches() {
        Map<String, Filter> all = new LinkedHashMap<>();
        all.put("everything", filter("", "", "", "", "", ""));
        all.put("candidate", Filter.candidate("c-77777"));
        all.put("verdict, a quarter", marked("verdict", "REFER"));
        all.put("code, most records", marked("code", "code-0"));
        all.put("code, 5 old records", marked("code", "rare"));
        all.put(
                "code of 5 and verdict of a quarter",
                Filter.marked(new Mark("code", "rare"), new Mark("verdict", "REFER")));
        all.put("two codes that never meet", Filter.marked(new Mark("code", "odd"), new Mark("code", "even")));
        all.put("version", filter("", "", "v3", "", "", ""));
        all.put("version and verdict", filter("", "", "v3", "", "", "ELIGIBLE"));
        all.put("person", filter("", "p77", "", "", "", ""));
        all.put("person and verdict that never meet", filter("", "p77", "", "", "", "REFER"));
        all.put("kind override", filter("override", "", "", "", "", ""));
        all.put("one day", filter("", "", "", "2023-05-05", "2023-05-06", ""));
        all.put("one day and verdict", filter("", "", "", "2023-05-05", "2023-05-06", "REFER"));
        all.put("all years and person", filter("", "p77", "", "2022-01-01", "2030-01-01", ""));
        all.put("first year and version of another", filter("", "", "v4", "2022-01-01", "2022-06-01", ""));
        all.put("overridden", overridden(""));
        all.put("overridden and verdict", overridden("REFER"));
        return all;
    }

    private static Filter marked(String name, String value) {
        return Filter.marked(new Mark(name, value));
    }

    private static Filter overridden(String verdict) {
        Filter plain = filter("", "", "", "", "", verdict);
        return new Filter(
                plain.candidate(),
                plain.kind(),
                plain.by(),
                plain.about(),
                plain.role(),
                plain.version(),
                plain.rules(),
                plain.from(),
                plain.until(),
                plain.marks(),
                Optional.of("override"));
    }

    private static Filter filter(String kind, String by, String version, String from, String until, String verdict) {
        return new Filter(
                Optional.empty(),
                given(kind),
                given(by),
                Optional.empty(),
                Optional.empty(),
                given(version),
                Optional.empty(),
                given(from).map(day -> Instant.parse(day + "T00:00:00Z")),
                given(until).map(day -> Instant.parse(day + "T00:00:00Z")),
                verdict.isEmpty() ? Set.of() : Set.of(new Mark("verdict", verdict)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }

    /** Records as many as there are to be, without the tree above them, which no search reads. */
    private static void fill(Place place) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.file());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("DROP TRIGGER record_next");
            connection.setAutoCommit(false);
            try (PreparedStatement record =
                            connection.prepareStatement("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,'pmm',?,?)");
                    PreparedStatement part = connection.prepareStatement("INSERT INTO part VALUES (?,?,?,?)");
                    PreparedStatement mark = connection.prepareStatement("INSERT INTO mark VALUES (?,?,?)")) {
                for (int i = 0; i < RECORDS; i++) {
                    add(i, record, part, mark);
                    if (i % 10_000 == 9_999) {
                        record.executeBatch();
                        part.executeBatch();
                        mark.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private static void add(int i, PreparedStatement record, PreparedStatement part, PreparedStatement mark)
            throws SQLException {
        boolean override = i % 50 == 49;
        Object[] values = {
            i,
            id(i),
            new byte[900],
            START + i * STEP_MILLIS,
            override ? "override" : "decision",
            "r" + i,
            "p" + i % 200,
            override ? id(i - 7) : "",
            "v" + i * 5L / RECORDS,
            "sha256:" + i * 5L / RECORDS
        };
        for (int column = 0; column < values.length; column++) {
            record.setObject(column + 1, values[column]);
        }
        record.addBatch();
        for (String name : List.of("candidate", "decision", "dossier", "outcome")) {
            part.setInt(1, i);
            part.setString(2, name);
            part.setBytes(3, new byte[32]);
            part.setBytes(
                    4, name.equals("candidate") ? ("c-" + i / 2).getBytes(StandardCharsets.UTF_8) : new byte[200]);
            part.addBatch();
        }
        mark(i, "verdict", VERDICTS.get(i % 4), mark);
        mark(i, "code", i % 2 == 0 ? "even" : "odd", mark);
        for (int code = 0; code < 6; code++) {
            if (i % (code + 1) == 0) {
                mark(i, "code", "code-" + code, mark);
                mark(i, "rule", "The rule number " + code + " of the policy, which has a name of some length", mark);
            }
        }
        if (i < 50 && i % 10 == 1) {
            mark(i, "code", "rare", mark);
        }
    }

    private static void mark(int i, String name, String value, PreparedStatement mark) throws SQLException {
        mark.setInt(1, i);
        mark.setString(2, name);
        mark.setString(3, value);
        mark.addBatch();
    }

    private static String id(int i) {
        return String.format("%08x-0000-4000-8000-%012x", i, i);
    }
}
