package org.macroedge.server.graphql;

import java.time.Duration;

/// What one request may ask for. The reference lists these figures.
final class GraphqlLimits {

    /// In bytes of a request, with its variables.
    static final int BODY = 100_000;

    static final int CHARACTERS = 20_000;

    static final int TOKENS = 2_000;

    /// As deep as the introspection query of common tools.
    static final int DEPTH = 15;

    static final int ALIASES = 30;

    /// As many answers as a POST counts in the limit of its caller, so that nobody gets more of them than by the API.
    static final int QUESTIONS = 5;

    /// In points.
    static final int COST = 50_000;

    /// The elements of a list at a time.
    static final int PAGE = 1_000;

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Queries that are answered at a time; others wait.
    static final int RUNNING = 8;

    private GraphqlLimits() {}
}
