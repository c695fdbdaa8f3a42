package org.offereligibility.decision;

import java.util.Objects;
import org.drools.model.BitMask;
import org.drools.model.Channel;
import org.drools.model.Drools;
import org.drools.model.DroolsEntryPoint;
import org.jspecify.annotations.Nullable;

/** Stands in for the engine while the matcher runs a consequence, and takes the one fact that it states. */
final class Stating implements Drools {
    private @Nullable Object stated;

    Object stated() {
        return Objects.requireNonNull(stated, "a consequence states one fact");
    }

    @Override
    public void insert(Object fact) {
        if (stated != null) {
            throw refuse();
        }
        stated = fact;
    }

    @Override
    public void insert(Object fact, boolean dynamic) {
        insert(fact);
    }

    @Override
    public void update(Object fact, String... modified) {
        throw refuse();
    }

    @Override
    public void update(Object fact, BitMask modified) {
        throw refuse();
    }

    @Override
    public void delete(Object fact) {
        throw refuse();
    }

    @Override
    public <T> T getRuntime(Class<T> type) {
        throw refuse();
    }

    @Override
    public <T> T getContext(Class<T> type) {
        throw refuse();
    }

    @Override
    public DroolsEntryPoint getEntryPoint(String name) {
        throw refuse();
    }

    @Override
    public void halt() {
        throw refuse();
    }

    @Override
    public void setFocus(String focus) {
        throw refuse();
    }

    @Override
    public Channel getChannel(String name) {
        throw refuse();
    }

    @Override
    public void logicalInsert(Object fact) {
        throw refuse();
    }

    @Override
    public void insertAsync(Object fact) {
        throw refuse();
    }

    private static IllegalStateException refuse() {
        return new IllegalStateException("a consequence states one fact and does nothing else");
    }
}
