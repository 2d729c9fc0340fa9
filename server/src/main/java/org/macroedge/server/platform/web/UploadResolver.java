package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/// Receives the parts of a request, within limits.
final class UploadResolver extends StandardServletMultipartResolver {

    /// Daily files of seven years.
    static final int MOST_PARTS = 2_500;

    private static final String RAISE = "Raise " + Variable.UPLOAD_LIMIT.key()
            + " and start the server again, or stop it and import on the command line";
    private static final String SPLIT =
            "Import the files in several steps, or stop the server and import on the command line";

    private final DataSize limit;

    /// @param limit of all parts of a request together
    UploadResolver(DataSize limit) {
        this.limit = limit;
    }

    /// A request that announces too much is refused before any of it is read.
    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw tooLarge(
                    "The request has " + request.getContentLengthLong() + " bytes, more than " + limit.toBytes(),
                    RAISE,
                    null);
        }
        try {
            return super.resolveMultipart(request);
        } catch (MultipartException fault) {
            throw known(fault);
        }
    }

    /// Jetty tells its limits apart by their texts alone.
    private RuntimeException known(MultipartException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.startsWith("headers max length exceeded")) {
                return invalid("The head of a part is longer than 8192 bytes", fault);
            }
            if (text.contains("invalid byte")) {
                return invalid("The head of a part, or the name of a file in it, contains control characters", fault);
            }
            if (text.startsWith("max length exceeded")) {
                return tooLarge("The request has more than " + limit.toBytes() + " bytes", RAISE, fault);
            }
            if (text.startsWith("Form with too many keys")) {
                return tooLarge("The request has more than " + MOST_PARTS + " parts", SPLIT, fault);
            }
        }
        return fault;
    }

    private static MacroEdgeException invalid(String what, MultipartException fault) {
        return new MacroEdgeException(ProblemCode.INVALID_REQUEST, what, "", "", fault);
    }

    private static MacroEdgeException tooLarge(String what, String remedy, @Nullable Throwable fault) {
        return new MacroEdgeException(ProblemCode.UPLOAD_TOO_LARGE, what, "", "Nothing is stored. " + remedy, fault);
    }
}
