package org.macroedge.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which origins a server accepts requests from.
enum Origins {
    /// This machine only: nobody is asked who they are, so names that merely resolve to it are refused too.
    LOCAL(AccessProblem.FOREIGN) {
        @Override
        boolean accept(HttpServletRequest request) {
            String host = request.getHeader("Host");
            return LocalRequests.allowed(host, origin(request))
                    && LocalRequests.isOwn(String.valueOf(host), request.getLocalPort())
                    && LocalRequests.isOwn(
                            request.getServerName() + ":" + request.getServerPort(), request.getLocalPort())
                    && request.getScheme().equals("http")
                    && !FetchSite.isForeign(request);
        }

        @Override
        boolean acceptHost(String host, int port) {
            return LocalRequests.allowed(host, null) && LocalRequests.isOwn(host, port);
        }
    },
    /// Programs anywhere and the server's own page, under whatever name a proxy gives it: each request says who sends
    /// it, in a header that no foreign page can make a browser send.
    ANY(AccessProblem.FOREIGN_PAGE) {
        @Override
        boolean accept(HttpServletRequest request) {
            return LocalRequests.isOfPage(request.getHeader("Host"), origin(request)) && !FetchSite.isForeign(request);
        }

        @Override
        boolean acceptHost(String host, int port) {
            return true;
        }
    };

    private final AccessProblem refusal;

    Origins(AccessProblem refusal) {
        this.refusal = refusal;
    }

    /// Host and Origin must name this server, and so must the address of a request that is sent as to a proxy, which
    /// counts more than Host.
    abstract boolean accept(HttpServletRequest request);

    /// Whether a program may ask under this name, which is also the one in the address of its request.
    ///
    /// @param port that the server listens at
    abstract boolean acceptHost(String host, int port);

    /// Null where there is none. Several of them are no origin, since only one could count.
    private static @Nullable String origin(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        return origins.isEmpty() ? null : String.join(", ", origins);
    }

    AccessProblem refusal() {
        return refusal;
    }
}
