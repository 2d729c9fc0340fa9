package org.macroedge.server.platform.config;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.macroedge.engine.vocabulary.Coded;

/// A part of a server's work. A server has all of them, or one of several on one database. The code of a role names it
/// in settings, and is also its profile of Spring.
public enum ServerRole implements Coded {
    /// Answers: the API, the stream, the page and assistants.
    API,
    /// Asks sources by the clock and stores what is new.
    INGESTION,
    /// Brings the stored history of surprises and biases up to the facts, and raises and sends alerts.
    BIAS_ENGINE;

    /// What stands for all roles in one server.
    static final String ALL = "serve";

    /// Those of a server that does everything.
    public static Set<ServerRole> all() {
        return EnumSet.allOf(ServerRole.class);
    }

    /// Empty where the text names no roles.
    static Optional<Set<ServerRole>> of(String text) {
        return text.equals(ALL)
                ? Optional.of(all())
                : Coded.find(ServerRole.class, text).map(EnumSet::of);
    }
}
