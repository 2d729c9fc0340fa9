package org.macroedge.server.platform.web;

/// Addresses of this server that more than one module knows.
public final class ServerPaths {

    /// Where assistants send their messages.
    public static final String ASSISTANTS = "/mcp";

    private ServerPaths() {}
}
