package org.macroedge.server.platform.trace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Records the work of the operation that a request comes to, between the request and its statements.
final class OperationSteps implements AsyncHandlerInterceptor, WebMvcConfigurer {

    private static final String STEP = OperationSteps.class.getName();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            String name = method.getBeanType().getSimpleName() + "."
                    + method.getMethod().getName();
            request.setAttribute(STEP, Traces.part(name));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        end(request, fault);
    }

    /// The rest of the answer has a thread of its own.
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        end(request, null);
    }

    private static void end(HttpServletRequest request, @Nullable Exception fault) {
        if (request.getAttribute(STEP) instanceof Traces.Step step) {
            request.removeAttribute(STEP);
            if (fault != null) {
                step.fail(fault.getClass());
            }
            step.close();
        }
    }
}
