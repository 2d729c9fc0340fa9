package org.macroedge.server.correlation;

import org.macroedge.engine.vocabulary.Coded;

/// How far apart two rows are.
public enum CorrelationStep implements Coded {

    /// From Friday to Friday, which lets markets with different closing times see the same news.
    WEEK(3, 52),

    /// From one weekday to the next.
    DAY(1, 60);

    private final int years;
    private final int window;

    CorrelationStep(int years, int window) {
        this.years = years;
        this.window = window;
    }

    /// How far back rows reach where no start is asked for.
    int years() {
        return years;
    }

    /// Rows behind each point of a path.
    int window() {
        return window;
    }

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
