package org.macroedge.server.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.server.Server;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.json.Json;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers with a problem where neither an endpoint nor [Problems] does: what a filter, the container or the web server
/// itself rejects.
@ServerOnly
@Hidden
@Controller
class ErrorPage implements ErrorController, WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final String ADDRESS = "/error";

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers((Server server) -> server.setErrorHandler(new ServerProblems()));
    }

    @RequestMapping(ADDRESS)
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        EdgeProblem problem = status instanceof Integer code ? EdgeProblem.of(code) : EdgeProblem.NOTHING_HERE;
        byte[] body = Json.line(problem.view(path instanceof String text ? text : ADDRESS));
        response.setStatus(problem.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(body);
    }
}
