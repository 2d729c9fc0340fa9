package org.macroedge.server.platform.config;

import java.util.regex.Pattern;

/// Addresses to which secrets may be sent, and from which what comes is what their owner sent: only this machine is
/// asked without encryption.
public final class TrustedAddress {

    private static final String HOST = "https://[^\\s/?#@]+|http://(?:localhost|127\\.[0-9.]+|\\[::1])(?::[0-9]+)?";
    private static final Pattern SERVER = Pattern.compile(HOST);
    private static final Pattern PAGE = Pattern.compile("(?:" + HOST + ")(?:/[^\\s?#]*)?");

    private TrustedAddress() {}

    /// Whether a text is the address of a server, without a path.
    static boolean isServer(String text) {
        return SERVER.matcher(text).matches();
    }

    /// Whether a text is the address of a server, with a path or without, and without a query.
    public static boolean isPage(String text) {
        return PAGE.matcher(text).matches();
    }
}
