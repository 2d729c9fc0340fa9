package org.macroedge.server.platform.web;

/// Addresses of this server that more than one module knows.
public final class ServerPaths {

    /// Where assistants send their messages.
    public static final String ASSISTANTS = "/mcp";

    /// Where queries of GraphQL are sent.
    public static final String GRAPHQL = "/graphql";

    /// Where a page that is refused learns how its reader signs in.
    public static final String SIGN_IN = "/sign-in.json";

    private ServerPaths() {}
}
