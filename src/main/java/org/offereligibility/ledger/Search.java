package org.offereligibility.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How records are looked for. The condition that the fewest records meet leads, read from its index in the order of the
 * records; the others are looked up for each of these. The databases do not know which leads best before somebody has
 * them count, and without that they walk over every record there is.
 */
final class Search {
    /** More than this are not counted: what leads then hardly matters. */
    private static final int ENOUGH = 30_000;

    /**
     * @param source where the indexes of the records that meet it come from, as {@code d.idx}
     * @param test the same of one {@code d.idx}
     */
    private record Criterion(String source, String test) {}

    private record Span(long from, long until) {}

    private final List<Criterion> criteria = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final boolean backwards;

    private Search(boolean backwards) {
        this.backwards = backwards;
    }

    /** @return none if no record can be meant */
    static Optional<Search> of(Session session, Filter filter, long bound, boolean backwards) {
        Optional<Span> span = span(session, filter);
        if (span.isEmpty()) {
            return Optional.empty();
        }
        Search search = new Search(backwards);
        search.values.put(
                "low",
                backwards ? span.get().from() : Math.max(bound, span.get().from()));
        search.values.put(
                "high",
                backwards ? Math.min(bound, span.get().until()) : span.get().until());
        search.fill(filter);
        search.lead(session);
        return Optional.of(search);
    }

    /** The indexes between which all records of the wanted time are. A clock that was put back may leave others there too. */
    private static Optional<Span> span(Session session, Filter filter) {
        if (filter.from().isEmpty() && filter.until().isEmpty()) {
            return Optional.of(new Span(0, Long.MAX_VALUE));
        }
        return session.sql(
                        "SELECT coalesce(min(idx), 0), coalesce(max(idx) + 1, 0) FROM record WHERE at >= ? AND at < ?")
                .param(filter.from().map(from -> from.toEpochMilli()).orElse(Long.MIN_VALUE))
                .param(filter.until().map(until -> until.toEpochMilli()).orElse(Long.MAX_VALUE))
                .query((row, number) -> new Span(row.getLong(1), row.getLong(2)))
                .optional()
                .filter(found -> found.from() < found.until());
    }

    private void fill(Filter filter) {
        filter.candidate().ifPresent(candidate -> {
            values.put("candidate", candidate.getBytes(StandardCharsets.UTF_8));
            add("part", "name = 'candidate' AND {}.content = :candidate");
        });
        equal("about", filter.about());
        int number = 0;
        for (Mark mark : filter.marks()) {
            values.put("name" + number, mark.name());
            values.put("value" + number, mark.value());
            add("mark", "name = :name" + number + " AND {}.value = :value" + number);
            number++;
        }
        filter.target().ifPresent(kind -> {
            values.put("pointing", kind);
            criteria.add(new Criterion(
                    "record o CROSS JOIN record d WHERE o.kind = :pointing AND d.id = o.about",
                    "EXISTS (SELECT 1 FROM record t CROSS JOIN record o WHERE t.idx = d.idx AND o.about = t.id"
                            + " AND o.kind = :pointing)"));
        });
        equal("asked_by", filter.by());
        equal("version", filter.version());
        equal("rules", filter.rules());
        equal("role", filter.role());
        equal("kind", filter.kind());
        filter.from().ifPresent(from -> values.put("from", from.toEpochMilli()));
        filter.until().ifPresent(until -> values.put("until", until.toEpochMilli()));
    }

    private void equal(String column, Optional<String> wanted) {
        wanted.ifPresent(value -> {
            values.put(column, value);
            add("record", column + " = :" + column);
        });
    }

    /** @param condition without the alias of its first column */
    private void add(String table, String condition) {
        criteria.add(new Criterion(
                table + " d WHERE d." + condition.replace("{}", "d"),
                "EXISTS (SELECT 1 FROM " + table + " t WHERE t.idx = d.idx AND t." + condition.replace("{}", "t")
                        + ")"));
    }

    /** Puts the criterion that the fewest records meet first. */
    private void lead(Session session) {
        if (criteria.size() < 2) {
            return;
        }
        Optional<Criterion> best = Optional.empty();
        long fewest = Long.MAX_VALUE;
        for (Criterion criterion : criteria) {
            long count = session.sql("SELECT count(*) FROM (SELECT 1 FROM " + within(criterion) + " LIMIT " + ENOUGH
                            + ") counted")
                    .params(values)
                    .query(Long.class)
                    .single();
            if (count < fewest) {
                fewest = count;
                best = Optional.of(criterion);
            }
        }
        best.ifPresent(first -> {
            criteria.remove(first);
            criteria.add(0, first);
        });
    }

    private static String within(Criterion criterion) {
        return criterion.source() + " AND d.idx >= :low AND d.idx < :high";
    }

    Map<String, Object> values() {
        return values;
    }

    /** @param selection of columns of {@code record r}, up to and with {@code FROM} */
    String sql(String selection) {
        StringBuilder inner = new StringBuilder("SELECT DISTINCT d.idx FROM ")
                .append(
                        criteria.isEmpty()
                                ? "record d WHERE d.idx >= :low AND d.idx < :high"
                                : within(criteria.get(0)));
        criteria.stream().skip(1).forEach(other -> inner.append(" AND ").append(other.test()));
        if (values.containsKey("from")) {
            inner.append(" AND EXISTS (SELECT 1 FROM record t WHERE t.idx = d.idx AND t.at >= :from)");
        }
        if (values.containsKey("until")) {
            inner.append(" AND EXISTS (SELECT 1 FROM record t WHERE t.idx = d.idx AND t.at < :until)");
        }
        String order = backwards ? "DESC" : "ASC";
        return selection + "(" + inner + " ORDER BY d.idx " + order + " LIMIT :limit) f CROSS JOIN record r"
                + " WHERE r.idx = f.idx ORDER BY f.idx " + order;
    }
}
