package org.macroedge.server.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.macroedge.server.platform.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Tells the page how its reader signs in. It is no operation of the API, since each of those needs a caller.
final class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SignInView view;

    SignInServlet(SignInView view) {
        this.view = view;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(Json.line(view));
    }
}
