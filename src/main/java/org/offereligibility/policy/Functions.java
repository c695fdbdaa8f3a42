package org.offereligibility.policy;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.offereligibility.dossier.Exact;

/** What {@code accumulate} may compute in a rule. All are exact, and none depends on the order of the facts. */
public final class Functions {
    private Functions() {}

    /** What was seen so far; without anything seen there is no value. */
    public static final class Seen implements Serializable {
        private static final long serialVersionUID = 1L;

        private long count;
        private transient @Nullable Exact value;

        private void combine(Exact next, BinaryOperator<Exact> operator) {
            Exact before = value;
            value = before == null ? next : operator.apply(before, next);
            count++;
        }
    }

    /** Begins with nothing seen and takes one value after the other; a value is never taken back. */
    private abstract static class OverExact implements AccumulateFunction<Seen> {
        abstract void take(Seen seen, Object value);

        @Override
        public Seen createContext() {
            return new Seen();
        }

        @Override
        public void init(Seen seen) {
            seen.count = 0;
            seen.value = null;
        }

        @Override
        public void accumulate(Seen seen, Object value) {
            take(seen, value);
        }

        @Override
        public boolean supportsReverse() {
            return false;
        }

        @Override
        public void reverse(Seen seen, Object value) {
            throw new IllegalStateException("values are never taken back");
        }

        @Override
        public Class<?> getResultType() {
            return Exact.class;
        }

        @Override
        public void writeExternal(ObjectOutput out) {}

        @Override
        public void readExternal(ObjectInput in) {}
    }

    /** The sum; of nothing, zero. */
    public static final class Total extends OverExact {
        @Override
        void take(Seen seen, Object value) {
            seen.combine((Exact) value, Exact::plus);
        }

        @Override
        public Object getResult(Seen seen) {
            return seen.value == null ? Exact.ZERO : seen.value;
        }
    }

    /** How many there are. */
    public static final class HowMany extends OverExact {
        @Override
        void take(Seen seen, Object value) {
            seen.count++;
        }

        @Override
        public Object getResult(Seen seen) {
            return Exact.of(seen.count);
        }
    }

    /** The arithmetic mean; there is none of nothing, and the condition does not hold then. */
    public static final class Mean extends OverExact {
        @Override
        void take(Seen seen, Object value) {
            seen.combine((Exact) value, Exact::plus);
        }

        @Override
        public @Nullable Object getResult(Seen seen) {
            Exact sum = seen.value;
            return sum == null ? null : sum.dividedBy(Exact.of(seen.count));
        }
    }

    /** The least value; there is none of nothing, and the condition does not hold then. */
    public static final class Lowest extends OverExact {
        @Override
        void take(Seen seen, Object value) {
            seen.combine((Exact) value, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }

        @Override
        public @Nullable Object getResult(Seen seen) {
            return seen.value;
        }
    }

    /** The greatest value; there is none of nothing, and the condition does not hold then. */
    public static final class Highest extends OverExact {
        @Override
        void take(Seen seen, Object value) {
            seen.combine((Exact) value, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }

        @Override
        public @Nullable Object getResult(Seen seen) {
            return seen.value;
        }
    }
}
