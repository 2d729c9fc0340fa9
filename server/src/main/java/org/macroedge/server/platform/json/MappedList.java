package org.macroedge.server.platform.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/// The rows of a long answer, each made when it is written: the answer is never in memory as a whole. Immutable if its
/// source is.
public final class MappedList<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> source;
    private final Function<S, T> mapping;

    /// @param source with random access
    /// @param mapping gives equal rows each time
    public MappedList(List<S> source, Function<S, T> mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public T get(int index) {
        return mapping.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
