package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.macroedge.server.platform.error.ShownText;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Refuses a body where an endpoint takes none, and one that is compressed where it takes one. An endpoint would
/// otherwise act on the head alone, also of a request whose body is broken or never comes.
final class UnwantedBody {

    private UnwantedBody() {}

    static void check(HttpServletRequest request, HandlerMethod method) {
        if (takesBody(request, method)) {
            checkEncoding(request);
        } else if (request.getContentLengthLong() > 0 || hasContent(request)) {
            throw RequestProblem.UNWANTED_BODY.exception();
        }
    }

    private static void checkEncoding(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw RequestProblem.ENCODED_BODY.exception(ShownText.of(encoding));
        }
    }

    private static boolean takesBody(HttpServletRequest request, HandlerMethod method) {
        if (request instanceof MultipartHttpServletRequest) {
            return true;
        }
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return true;
            }
        }
        return false;
    }

    /// A body without a length must be read to its end, which may be right behind its head. The web server throws its
    /// own fault where it is no valid HTTP.
    private static boolean hasContent(HttpServletRequest request) {
        try {
            return request.getInputStream().read() >= 0;
        } catch (IOException broken) {
            throw EdgeProblem.INVALID.causedBy(broken);
        }
    }
}
