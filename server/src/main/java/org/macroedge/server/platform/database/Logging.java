package org.macroedge.server.platform.database;

import org.slf4j.LoggerFactory;

/// Sets up logging once. SLF4J gives a second thread, which asks during its set-up, a stand-in and warns of it; the
/// initialisation of a class makes that thread wait instead.
final class Logging {

    static {
        LoggerFactory.getILoggerFactory();
    }

    private Logging() {}

    /// Returns when logging is set up.
    static void await() {
        // the class is initialised by now
    }
}
