package org.macroedge.server.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntConsumer;

/// Tells the status of an answer before its first byte is written, so that a client that has an answer finds its row in
/// the audit log.
final class AuditedResponse extends HttpServletResponseWrapper {

    private final IntConsumer known;

    /// @param known is told the status, perhaps more than once; the first time counts
    AuditedResponse(HttpServletResponse response, IntConsumer known) {
        super(response);
        this.known = known;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        known.accept(getStatus());
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        known.accept(getStatus());
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        known.accept(getStatus());
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        known.accept(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        known.accept(status);
        super.sendError(status, message);
    }
}
