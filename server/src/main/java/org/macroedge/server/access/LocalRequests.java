package org.macroedge.server.access;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells this machine's own requests from those that a foreign page makes through the user's browser.
///
/// Listening on loopback alone does not keep other sites out: a page may post to 127.0.0.1, and a name that
/// resolves to
/// it (DNS rebinding) may even read. The Host header betrays the second, the Origin header the first.
final class LocalRequests {

    private static final Set<String> LOCAL_HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private LocalRequests() {}

    /// Whether a request with these headers comes from this machine's own page or from a program.
    ///
    /// @param host the Host header; without one there is no telling, so no
    /// @param origin the Origin header; programs send none
    static boolean allowed(@Nullable String host, @Nullable String origin) {
        if (host == null || !LOCAL_HOSTS.contains(name(host))) {
            return false;
        }
        return origin == null || sameAs(host, origin);
    }

    private static boolean sameAs(String host, String origin) {
        try {
            URI page = URI.create(origin);
            return "http".equals(page.getScheme()) && host.equalsIgnoreCase(page.getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String name(String host) {
        int bracket = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
