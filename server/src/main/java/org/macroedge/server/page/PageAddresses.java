package org.macroedge.server.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives a browser the page at every address that it may have been given by hand, whatever its letters' case and with
/// or without a slash at its end. At an address that the page does not know, it says so itself, with status 404.
/// Programs get a problem there.
@InRole(ServerRole.API)
class PageAddresses extends OncePerRequestFilter {

    private static final String PAGE = "/index.html";
    private static final Pattern ROUTE = Pattern.compile(
            "/|/(calendar|heatmap|regime|correlation|health|sign-in)/?|/(instruments|indicators)/[^/]+/?",
            Pattern.CASE_INSENSITIVE);

    /// What other modules and the files of the page answer.
    private static final Set<String> OTHERS = Set.of("api", "openapi", "swagger-ui", "actuator", "assets", "error");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (!isRead(request) || isOther(path)) {
            chain.doFilter(request, response);
        } else if (ROUTE.matcher(path).matches()) {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else if (isBrowser(request)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    /// Files have a dot in their name; the first part of an address names its module.
    private static boolean isOther(String path) {
        int end = path.indexOf('/', 1);
        String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        boolean file = end < 0 && first.indexOf('.') >= 0;
        return file || OTHERS.contains(first);
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
