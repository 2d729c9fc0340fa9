package org.macroedge.server.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.NeedsRole;
import org.macroedge.server.platform.web.Role;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses what a caller's role does not allow, by the operation that a request has come to, and before its parameters
/// are looked at. An operation of ours that a request without a caller comes to is refused too, whatever its address.
@ServerOnly
class RoleCheck implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OURS = "org.macroedge.server.";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation && request.getDispatcherType() == DispatcherType.REQUEST) {
            check(request, operation);
        }
        return true;
    }

    /// Refuses a request for one of our operations whose caller's role does not suffice.
    static void check(HttpServletRequest request, HandlerMethod operation) {
        if (isOurs(operation.getBeanType())) {
            check(request, NeedsRole.Rule.of(operation));
        }
    }

    private static boolean isOurs(Class<?> controller) {
        return controller.getName().startsWith(OURS) && controller.isAnnotationPresent(RestController.class);
    }

    private static void check(HttpServletRequest request, Role needed) {
        if (!(request.getUserPrincipal() instanceof Caller caller)) {
            throw AccessProblem.NO_CREDENTIALS.exception();
        }
        if (!caller.role().covers(needed)) {
            throw AccessProblem.ROLE.exception(caller.name(), caller.role().code(), needed.code());
        }
    }
}
