package org.macroedge.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/// Recognises requests that a browser sends for a page of another site, by the headers that no page can set.
///
/// A foreign page can make a browser load an image or a script from this server without an Origin header. Following a
/// link to a page of this server is allowed: its address then stands in the address bar.
final class FetchSite {

    private static final String API = "/api";

    private FetchSite() {}

    static boolean isForeign(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Sec-Fetch-Site")).contains("cross-site") && !isLink(request);
    }

    private static boolean isLink(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && !path.equals(API)
                && !path.startsWith(API + "/");
    }
}
