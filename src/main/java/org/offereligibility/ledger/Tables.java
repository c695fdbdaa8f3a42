package org.offereligibility.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** What both databases are asked. */
final class Tables {
    private static final String ENTRY =
            "SELECT r.idx, r.id, r.leaf, r.at, r.kind, r.request, r.asked_by, r.about, r.role, r.version, r.rules"
                    + " FROM record r ";
    private static final int MANY = 1000;

    private Tables() {}

    static long size(Session session) {
        return session.sql("SELECT coalesce(max(idx) + 1, 0) FROM record")
                .query(Long.class)
                .single();
    }

    /** The records of these request ids, by request id. */
    static Map<String, Entry> ofRequests(Session session, List<String> requests) {
        Map<String, Entry> found = new HashMap<>();
        for (int i = 0; i < requests.size(); i += MANY) {
            session.sql(ENTRY + "WHERE r.request IN (:requests)")
                    .param("requests", requests.subList(i, Math.min(requests.size(), i + MANY)))
                    .query(Tables::entry)
                    .list()
                    .forEach(entry -> found.put(entry.requestId(), entry));
        }
        return found;
    }

    static Optional<Entry> find(Session session, String id) {
        return session.sql(ENTRY + "WHERE r.id = ?")
                .param(id)
                .query(Tables::entry)
                .optional();
    }

    static List<Entry> beginning(Session session, String start) {
        return session.sql(ENTRY + "WHERE substr(r.id, 1, :length) = :start ORDER BY r.idx LIMIT 2")
                .param("length", start.length())
                .param("start", start)
                .query(Tables::entry)
                .list();
    }

    /** @param bound the first index that is wanted, or, backwards, the first that is not */
    static List<Entry> page(Session session, Filter filter, long bound, boolean backwards, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        conditions.add(backwards ? "r.idx < :bound" : "r.idx >= :bound");
        values.put("bound", bound);
        values.put("limit", limit);
        equal("kind", filter.kind(), conditions, values);
        equal("asked_by", filter.by(), conditions, values);
        equal("about", filter.about(), conditions, values);
        equal("role", filter.role(), conditions, values);
        equal("version", filter.version(), conditions, values);
        equal("rules", filter.rules(), conditions, values);
        filter.candidate().ifPresent(candidate -> {
            conditions.add("r.idx IN (SELECT idx FROM part WHERE name = 'candidate' AND content = :candidate)");
            values.put("candidate", candidate.getBytes(StandardCharsets.UTF_8));
        });
        filter.from().ifPresent(from -> {
            conditions.add("r.at >= :from");
            values.put("from", from.toEpochMilli());
        });
        filter.until().ifPresent(until -> {
            conditions.add("r.at < :until");
            values.put("until", until.toEpochMilli());
        });
        int number = 0;
        for (Mark mark : filter.marks()) {
            conditions.add("EXISTS (SELECT 1 FROM mark m WHERE m.idx = r.idx AND m.name = :name" + number
                    + " AND m.value = :value" + number + ")");
            values.put("name" + number, mark.name());
            values.put("value" + number, mark.value());
            number++;
        }
        return session.sql(ENTRY + "WHERE " + String.join(" AND ", conditions) + " ORDER BY r.idx "
                        + (backwards ? "DESC" : "ASC") + " LIMIT :limit")
                .params(values)
                .query(Tables::entry)
                .list();
    }

    private static void equal(
            String column, Optional<String> wanted, List<String> conditions, Map<String, Object> values) {
        wanted.ifPresent(value -> {
            conditions.add("r." + column + " = :" + column);
            values.put(column, value);
        });
    }

    static List<Part> parts(Session session, long index) {
        return session.sql("SELECT name, salt, content FROM part WHERE idx = ? ORDER BY name")
                .param(index)
                .query((row, number) -> new Part(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .list();
    }

    static Optional<Hash> node(Session session, int level, long index) {
        return session.sql("SELECT hash FROM node WHERE level = ? AND idx = ?")
                .param(level)
                .param(index)
                .query((row, number) -> Hash.ofBytes(row.getBytes(1)))
                .optional();
    }

    /** The nodes that a tree of this size is grown from: one for each power of two in the size. */
    static Map<Spot, Hash> edge(Session session, long size) {
        StringJoiner spots = new StringJoiner(", ");
        for (int level = 0; level < Long.SIZE - 1; level++) {
            if ((size >> level & 1) == 1) {
                spots.add("(" + level + ", " + ((size >> level) - 1) + ")");
            }
        }
        Map<Spot, Hash> edge = new HashMap<>();
        if (size > 0) {
            session.sql("SELECT level, idx, hash FROM node WHERE (level, idx) IN (VALUES " + spots + ")")
                    .query((row, number) ->
                            edge.put(new Spot(row.getInt(1), row.getLong(2)), Hash.ofBytes(row.getBytes(3))))
                    .list();
        }
        return edge;
    }

    /** The place of a complete subtree. */
    record Spot(int level, long index) {}

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getBytes(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
