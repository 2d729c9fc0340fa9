package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/// Receives the parts of a request, within limits.
public final class UploadResolver extends StandardServletMultipartResolver {

    /// The most parts of a request: daily files of seven years.
    public static final int MOST_PARTS = 2_500;

    private static final Set<String> IMPORTS = Set.of("/api/v1/imports", "/api/v1/prices/imports");

    private static final String RAISE = "Raise " + Variable.UPLOAD_LIMIT.key()
            + " and start the server again, or stop it and import on the command line";
    private static final String SPLIT =
            "Import the files in several steps, or stop the server and import on the command line";

    private final DataSize limit;

    /// @param limit of all parts of a request together
    UploadResolver(DataSize limit) {
        this.limit = limit;
    }

    /// Only imports have parts, and only from those who may import: of other requests nothing is stored. A request of
    /// another form is refused by what it comes to.
    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return IMPORTS.contains(request.getServletPath())
                && request.getUserPrincipal() instanceof Caller caller
                && caller.role().covers(Role.ANALYST)
                && super.isMultipart(request);
    }

    /// A request that announces too much is refused before any of it is read.
    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw UploadMessage.ANNOUNCED_TOO_LARGE.exception(request.getContentLengthLong(), limit.toBytes(), RAISE);
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
            if (cause instanceof TimeoutException) {
                return EdgeProblem.TIMEOUT.causedBy(fault);
            }
            String text = String.valueOf(cause.getMessage());
            if (text.startsWith("headers max length exceeded")) {
                return UploadMessage.LONG_HEAD.causedBy(fault, 8192);
            }
            if (text.contains("invalid byte")) {
                return UploadMessage.CONTROL_CHARACTERS.causedBy(fault);
            }
            if (text.startsWith("max length exceeded")) {
                return UploadMessage.TOO_LARGE.causedBy(fault, limit.toBytes(), RAISE);
            }
            if (text.startsWith("Form with too many keys")) {
                return UploadMessage.TOO_MANY_PARTS.causedBy(fault, MOST_PARTS, SPLIT);
            }
        }
        return fault;
    }

    /// The problem of a request that would have more than [#MOST_PARTS].
    public static MacroEdgeException tooManyParts() {
        return UploadMessage.TOO_MANY_PARTS.exception(MOST_PARTS, SPLIT);
    }
}
