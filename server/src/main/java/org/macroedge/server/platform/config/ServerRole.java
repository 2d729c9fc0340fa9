package org.macroedge.server.platform.config;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A part of a server's work. A server has all of them, or one of several on one database.
public enum ServerRole {
    /// Answers: the API, the stream, the page and assistants.
    API("api"),
    /// Asks sources by the clock and stores what is new.
    INGESTION("ingestion"),
    /// Brings the stored history of surprises and biases up to the facts, and raises and sends alerts.
    BIAS_ENGINE("bias-engine");

    /// What stands for all roles in one server.
    static final String ALL = "serve";

    private final String code;

    ServerRole(String code) {
        this.code = code;
    }

    /// The text that names it in settings, which is also its profile of Spring.
    public String code() {
        return code;
    }

    /// Those of a server that does everything.
    public static Set<ServerRole> all() {
        return EnumSet.allOf(ServerRole.class);
    }

    /// Empty where the text names no roles.
    static Optional<Set<ServerRole>> of(String text) {
        return text.equals(ALL)
                ? Optional.of(all())
                : Stream.of(values())
                        .filter(role -> role.code.equals(text))
                        .findFirst()
                        .map(EnumSet::of);
    }
}
