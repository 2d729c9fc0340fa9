package org.macroedge.server.platform.config;

import org.springframework.context.SmartLifecycle;

/// Work in the background that a server starts when it answers, since it would slow the start, and that stops after
/// the web server.
public interface StartedByServer extends SmartLifecycle {

    @Override
    default boolean isAutoStartup() {
        return false;
    }

    /// Below the phases of the web server.
    @Override
    default int getPhase() {
        return 0;
    }
}
