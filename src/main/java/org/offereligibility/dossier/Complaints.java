package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The problems of one dossier, in the order of their places. Only the first {@value #MOST} are kept and worded, however many
 * there are, so that a hostile text costs no more than a long one.
 */
final class Complaints {
    static final int MOST = 100;

    private static final Comparator<Json.Position> BY_POSITION =
            Comparator.comparingInt(Json.Position::line).thenComparingInt(Json.Position::column);

    private final String file;
    private final TreeSet<Problem> first = new TreeSet<>(Problem.BY_PLACE);
    private int count;

    Complaints(String file) {
        this.file = file;
    }

    void add(Json.Position at, Path path, String message) {
        add(at, path, () -> message);
    }

    void add(Json.Position at, Path path, Supplier<String> message) {
        addAt(at, path::pointer, message);
    }

    void addAt(Json.Position at, Supplier<String> pointer, Supplier<String> message) {
        count++;
        if (first.size() == MOST && BY_POSITION.compare(at, placeOf(first.last())) >= 0) {
            return;
        }
        if (!first.add(new Problem(file, at.line(), at.column(), pointer.get(), message.get()))) {
            count--;
        } else if (first.size() > MOST) {
            first.pollLast();
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<Problem> list() {
        List<Problem> problems = new ArrayList<>(first);
        if (count > first.size()) {
            Problem last = first.last();
            String rest = "and %,d more".formatted(count - first.size());
            problems.add(new Problem(file, last.line(), last.column(), "", rest));
        }
        return List.copyOf(problems);
    }

    private static Json.Position placeOf(Problem problem) {
        return new Json.Position(problem.line(), problem.column());
    }
}
