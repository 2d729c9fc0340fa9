package org.macroedge.server.events.forwarding;

import java.util.List;
import java.util.Map;
import org.macroedge.server.platform.error.MacroEdgeException;

/// A connection to a broker. For one thread.
public interface Transport extends AutoCloseable {

    /// Where no broker is named: events stay in the log, for the consumers in the servers.
    Transport NONE = new Transport() {
        @Override
        public void check() {}

        @Override
        public Map<OutgoingEvent, String> send(List<OutgoingEvent> events) {
            throw new IllegalStateException("no broker is named");
        }

        @Override
        public void close() {}
    };

    /// Finds out whether the broker answers.
    ///
    /// @throws MacroEdgeException with `unavailable` if not
    void check();

    /// Sends events, and returns once the broker has them.
    ///
    /// @param events of which no two have the same channel and key, so that it does not matter
    /// which arrives first
    /// @return those that the broker will never take, each with the reason
    /// @throws MacroEdgeException with `unavailable` if the broker did not acknowledge all
    /// others; any of them may have arrived, now or later
    Map<OutgoingEvent, String> send(List<OutgoingEvent> events);

    @Override
    void close();
}
