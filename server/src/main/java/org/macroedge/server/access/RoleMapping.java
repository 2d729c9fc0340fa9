package org.macroedge.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds the operation of a request. Where its method and path lead to one, and its headers keep the request from it,
/// the caller's role comes first: whoever may not do something at all is not told how to ask for it.
final class RoleMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> operations, String path, HttpServletRequest request) throws ServletException {
        for (RequestMappingInfo operation : operations) {
            HandlerMethod method = getHandlerMethods().get(operation);
            if (method != null && isNamed(operation, request)) {
                RoleCheck.check(request, method);
            }
        }
        return super.handleNoMatch(operations, path, request);
    }

    private static boolean isNamed(RequestMappingInfo operation, HttpServletRequest request) {
        return operation.getPathPatternsCondition() != null
                && operation.getPathPatternsCondition().getMatchingCondition(request) != null
                && operation.getMethodsCondition().getMatchingCondition(request) != null;
    }
}
