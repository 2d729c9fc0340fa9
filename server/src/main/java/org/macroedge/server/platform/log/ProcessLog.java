package org.macroedge.server.platform.log;

import org.macroedge.server.platform.config.LogForm;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The log of the whole process.
public final class ProcessLog {

    private ProcessLog() {}

    /// Gives the log the form that a setting names, and brings into it what else would be
    /// written past it to standard error: what ends a thread, and what libraries tell Java's own
    /// log. Called before the first line is logged; a text that names no form changes no form.
    public static void start(String form) {
        LogForm.of(form).ifPresent(LogForm::use);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFaults());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
