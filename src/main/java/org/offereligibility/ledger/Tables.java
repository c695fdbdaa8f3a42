package org.offereligibility.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What both databases are asked. */
final class Tables {
    private static final String COLUMNS =
            "SELECT r.idx, r.id, r.leaf, r.at, r.kind, r.request, r.asked_by, r.about, r.role, r.version, r.rules FROM ";
    private static final String ENTRY = COLUMNS + "record r ";
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

    /** The range keeps to the index in every collation; the comparison makes sure. */
    static List<Entry> beginning(Session session, String start) {
        String end = start.replaceFirst("-+$", "");
        if (!start.matches("[0-9a-f-]+") || end.isEmpty()) {
            return List.of();
        }
        return session.sql(ENTRY + "WHERE r.id >= :start AND r.id < :end AND substr(r.id, 1, :length) = :start"
                        + " ORDER BY r.id LIMIT 2")
                .param("length", start.length())
                .param("start", start)
                .param("end", end.substring(0, end.length() - 1) + after(end.charAt(end.length() - 1)))
                .query(Tables::entry)
                .list();
    }

    private static char after(char digit) {
        return digit == '9' ? 'a' : (char) (digit + 1);
    }

    /** @param bound the first index that is wanted, or, backwards, the first that is not */
    static List<Entry> page(Session session, Filter filter, long bound, boolean backwards, int limit) {
        return Search.of(session, filter, bound, backwards)
                .map(search -> session.sql(search.sql(COLUMNS))
                        .params(search.values())
                        .param("limit", limit)
                        .query(Tables::entry)
                        .list())
                .orElse(List.of());
    }

    static boolean arrived(Session session, Unless unless) {
        return session.sql("SELECT count(*) FROM (SELECT 1 FROM record WHERE kind = ? AND idx >= ? LIMIT 1) found")
                        .param(unless.kind())
                        .param(unless.from())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Which parts these records still have: names by index. */
    static Map<Long, Set<String>> sealed(Session session, Collection<Long> indexes) {
        Map<Long, Set<String>> found = new HashMap<>();
        if (!indexes.isEmpty()) {
            session.sql("SELECT idx, name FROM part WHERE idx IN (:indexes)")
                    .param("indexes", indexes)
                    .query((row, number) -> found.computeIfAbsent(row.getLong(1), index -> new TreeSet<>())
                            .add(row.getString(2)))
                    .list();
        }
        return found;
    }

    /** The parts of one name that these records still have, by index. */
    static Map<Long, Part> parts(Session session, Collection<Long> indexes, String name) {
        Map<Long, Part> found = new HashMap<>();
        if (!indexes.isEmpty()) {
            session.sql("SELECT idx, salt, content FROM part WHERE idx IN (:indexes) AND name = :name")
                    .param("indexes", indexes)
                    .param("name", name)
                    .query((row, number) -> found.put(row.getLong(1), new Part(name, row.getBytes(2), row.getBytes(3))))
                    .list();
        }
        return found;
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
