package org.offereligibility.decision;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.offereligibility.policy.Condition;

/** A condition as the matcher runs it: it goes on with {@code next} once for each way in which it holds. */
sealed interface Search {
    void extend(Frame frame, Runnable next);

    /** The condition as its author wrote it. */
    Condition written();

    /** A value read from others. */
    interface Reading {
        @Nullable Object read(Object... arguments);
    }

    /** @param asked what it tests, as written */
    record Test(PredicateN predicate, int[] places, Condition.Constraint asked) {
        boolean holds(Frame frame) {
            try {
                return predicate.test(frame.values(places));
            } catch (RuntimeException raised) {
                throw raised;
            } catch (Exception raised) {
                throw new IllegalStateException(raised);
            }
        }
    }

    record Bind(Reading reading, int[] places, int target) {
        void apply(Frame frame) {
            frame.values[target] = reading.read(frame.values(places));
        }
    }

    /**
     * @param first the tests that need none of the pattern's own bindings
     * @param second the others
     */
    record Pattern(
            Class<?> type,
            int place,
            List<Test> first,
            List<Bind> bindings,
            List<Test> second,
            Condition.Pattern written)
            implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            List<Object> facts = frame.facts.of(type);
            for (int i = 0; i < facts.size(); i++) {
                Object fact = facts.get(i);
                if (takes(fact, frame)) {
                    frame.support.add(new Match.Support.Present(fact));
                    next.run();
                    frame.support.remove(frame.support.size() - 1);
                }
            }
        }

        /** Whether all constraints hold for the fact; if so, the frame has the values that it binds. */
        boolean takes(Object fact, Frame frame) {
            frame.facts.tried();
            frame.values[place] = fact;
            if (!holds(first, frame)) {
                return false;
            }
            for (Bind binding : bindings) {
                binding.apply(frame);
            }
            return holds(second, frame);
        }

        private static boolean holds(List<Test> tests, Frame frame) {
            for (Test test : tests) {
                if (!test.holds(frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    record All(List<Search> parts) implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            from(0, frame, next);
        }

        @Override
        public Condition written() {
            return parts.get(0).written();
        }

        private void from(int index, Frame frame, Runnable next) {
            if (index == parts.size()) {
                next.run();
            } else {
                parts.get(index).extend(frame, () -> from(index + 1, frame, next));
            }
        }
    }

    record Any(List<Search> alternatives, Condition.Or written) implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            alternatives.forEach(alternative -> alternative.extend(frame, next));
        }
    }

    record None(Search inner, Condition.Not written) implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            boolean[] found = new boolean[1];
            int depth = frame.support.size();
            inner.extend(frame, () -> found[0] = true);
            if (!found[0]) {
                frame.support.add(new Match.Support.Absent(written, frame.bindings()));
                next.run();
                frame.support.remove(depth);
            }
        }
    }

    /** Holds once, supported by everything that is there. */
    record Some(Search inner, Condition.Exists written) implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            List<Match.Support> found = new ArrayList<>();
            int depth = frame.support.size();
            boolean[] any = new boolean[1];
            inner.extend(frame, () -> {
                any[0] = true;
                found.addAll(frame.support.subList(depth, frame.support.size()));
            });
            if (any[0]) {
                goOn(frame, found, next);
            }
        }
    }

    /** Holds once, if every fact of the pattern's type is as the pattern asks; supported by them all. */
    record Every(Pattern pattern, Condition.ForAll written) implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            List<Match.Support> found = new ArrayList<>();
            int depth = frame.support.size();
            pattern.extend(frame, () -> found.add(frame.support.get(depth)));
            if (found.size() == frame.facts.of(pattern.type()).size()) {
                found.add(new Match.Support.Each(written, frame.bindings()));
                goOn(frame, found, next);
            }
        }
    }

    /** A test over variables alone. */
    record Given(Test test, Condition.Eval written) implements Search {
        @Override
        public void extend(Frame frame, Runnable next) {
            if (test.holds(frame)) {
                next.run();
            }
        }
    }

    record Fold(Supplier<AccumulateFunction<Serializable>> function, int argument, int target) {}

    record Accumulate(Search inner, List<Fold> folds, Condition.Accumulate written) implements Search {
        /** Whether it fails where there is nothing to reckon with: a mean does, a total is zero. */
        boolean needsSomething() {
            try {
                for (Fold fold : folds) {
                    AccumulateFunction<Serializable> function = fold.function().get();
                    Serializable context = function.createContext();
                    function.init(context);
                    if (function.getResult(context) == null) {
                        return true;
                    }
                }
                return false;
            } catch (RuntimeException raised) {
                throw raised;
            } catch (Exception raised) {
                throw new IllegalStateException(raised);
            }
        }

        @Override
        public void extend(Frame frame, Runnable next) {
            List<Match.Support> found = new ArrayList<>();
            int depth = frame.support.size();
            List<AccumulateFunction<Serializable>> functions = new ArrayList<>();
            List<Serializable> contexts = new ArrayList<>();
            try {
                for (Fold fold : folds) {
                    AccumulateFunction<Serializable> function = fold.function().get();
                    Serializable context = function.createContext();
                    function.init(context);
                    functions.add(function);
                    contexts.add(context);
                }
                inner.extend(frame, () -> {
                    for (int i = 0; i < folds.size(); i++) {
                        functions
                                .get(i)
                                .accumulate(
                                        contexts.get(i),
                                        frame.values[folds.get(i).argument()]);
                    }
                    found.addAll(frame.support.subList(depth, frame.support.size()));
                });
                for (int i = 0; i < folds.size(); i++) {
                    Object result = functions.get(i).getResult(contexts.get(i));
                    if (result == null) {
                        return;
                    }
                    frame.values[folds.get(i).target()] = result;
                }
            } catch (RuntimeException raised) {
                throw raised;
            } catch (Exception raised) {
                throw new IllegalStateException(raised);
            }
            goOn(frame, found, next);
        }
    }

    private static void goOn(Frame frame, List<Match.Support> found, Runnable next) {
        int depth = frame.support.size();
        frame.support.addAll(found);
        next.run();
        frame.support.subList(depth, frame.support.size()).clear();
    }
}
