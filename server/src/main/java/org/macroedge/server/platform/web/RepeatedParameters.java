package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.Query;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Rejects a read that gives a parameter more than once: whichever value counted, another would be ignored silently.
@ServerOnly
class RepeatedParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> INSTANTS = Set.of(Query.AS_OF, Query.RECORDED_AT, "from", "to");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            request.getParameterMap().forEach(RepeatedParameters::check);
        }
        return true;
    }

    private static void check(String name, String[] values) {
        if (values.length > 1) {
            throw new MacroEdgeException(
                    INSTANTS.contains(name) ? ProblemCode.INVALID_INSTANT : ProblemCode.INVALID_REQUEST,
                    "Parameter " + name + " appears " + values.length + " times",
                    "",
                    "Use it once");
        }
    }
}
