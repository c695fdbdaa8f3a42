package org.offereligibility.ledger;

import java.sql.SQLException;

/** Records of one id or of one request: the tables allow none, but tables can be rebuilt. */
final class Doubles {
    private Doubles() {}

    static void look(Snapshot snapshot, Flaws flaws) throws SQLException {
        look(snapshot, flaws, "id", "id");
        look(snapshot, flaws, "request", "request id");
    }

    private static void look(Snapshot snapshot, Flaws flaws, String column, String called) throws SQLException {
        try (Rows<long[]> doubles = snapshot.rows(
                row -> new long[] {row.getLong(1), row.getLong(2)},
                "SELECT count(*), min(idx) FROM record GROUP BY " + column
                        + " HAVING count(*) > 1 ORDER BY min(idx)")) {
            for (var next = doubles.next(); next.isPresent(); next = doubles.next()) {
                flaws.add(
                        Flaw.Kind.REPEATED,
                        next.get()[1],
                        Numbers.of(next.get()[0], "record") + ", the first of them #" + next.get()[1]
                                + ", have the same " + called + ", which only one may have.");
                doubles.take();
            }
        }
    }
}
