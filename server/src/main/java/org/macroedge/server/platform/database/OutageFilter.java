package org.macroedge.server.platform.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/// Leaves out of the log what libraries say of a database that does not answer, each attempt with its stack trace:
/// [DatabaseWatch] tells it, in one line.
public final class OutageFilter extends TurboFilter {

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable fault) {
        return fault != null && DatabaseFaults.isOutage(fault) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
