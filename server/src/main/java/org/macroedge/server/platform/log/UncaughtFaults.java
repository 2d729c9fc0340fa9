package org.macroedge.server.platform.log;

import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what ends a thread into the log. Java would write it to standard error as it is, with what it may hold.
final class UncaughtFaults implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFaults.class);

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LOG.error(LogMessage.THREAD_FAILED.text(thread.getName()), fault);
    }
}
