package org.macroedge.server.platform.database;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/// Leaves out of the log what libraries say of a database that does not answer, each attempt with its stack trace:
/// [DatabaseWatch] tells it, in one line. It is asked for what is logged, and not at each line that might be: the web
/// server alone asks some forty times in a request whether it is to log.
public final class OutageFilter extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy fault
                        && DatabaseFaults.isOutage(fault.getThrowable())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
