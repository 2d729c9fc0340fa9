package org.macroedge.server.access;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Distinguishes requests of this machine from requests that a foreign page sends through the user's browser.
///
/// Listening on loopback alone does not keep other sites out: a foreign page can post to 127.0.0.1, and a host name
/// that resolves to it (DNS rebinding) can even read answers. The Origin header reveals the first, the Host header the
/// second.
final class LocalRequests {

    /// The names that almost every request has.
    private static final Set<String> USUAL = Set.of("127.0.0.1", "localhost");
    /// Literal addresses of this machine, which no name server can give to another, and its own name.
    private static final Pattern LOCAL_HOST =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::|0:0:0:0:0:0:0:)1]");

    /// The port of an address that names none.
    private static final int HTTP = 80;

    private LocalRequests() {}

    /// Whether a request with these headers comes from the server's own page or from a program on this machine.
    ///
    /// @param host the Host header; a request without one is refused
    /// @param origin the Origin header; programs send none
    static boolean allowed(@Nullable String host, @Nullable String origin) {
        if (host == null || !isLocal(name(host))) {
            return false;
        }
        return origin == null || sameAs(host, origin);
    }

    /// Whether a host is a name of this machine with the port of this server. Without a port it means 80.
    static boolean isOwn(String host, int port) {
        String name = name(host);
        String rest = host.substring(name.length());
        return isLocal(name) && (rest.equals(":" + port) || rest.isEmpty() && port == HTTP);
    }

    /// Whether a request is sent by the page of its own host or by a program, whatever the scheme: a proxy in front of
    /// the server may encrypt.
    ///
    /// @param origin the Origin header; programs send none
    static boolean isOfPage(@Nullable String host, @Nullable String origin) {
        if (host == null || origin == null) {
            return host != null;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean sameAs(String host, String origin) {
        try {
            URI page = URI.create(origin);
            return "http".equals(page.getScheme()) && host.equalsIgnoreCase(page.getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isLocal(String name) {
        return USUAL.contains(name) || LOCAL_HOST.matcher(name).matches();
    }

    private static String name(String host) {
        int bracket = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
