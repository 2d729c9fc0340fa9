package org.macroedge.server.ready;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// Keeps the bytes that the controllers write instead of sending them, as long as they are not too many. The head goes
/// to the real response, which is not sent before its first byte.
final class CapturedAnswer extends HttpServletResponseWrapper {

    private final int mostBytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Output output = new Output();
    private boolean sending;

    /// @param mostBytes from which on an answer goes through to the client
    CapturedAnswer(HttpServletResponse response, int mostBytes) {
        super(response);
        this.mostBytes = mostBytes;
    }

    /// The whole body; null where it went through to the client.
    byte @Nullable [] body() {
        return sending ? null : kept.toByteArray();
    }

    /// Sends what was kept.
    void send() throws IOException {
        if (!sending) {
            sending = true;
            kept.writeTo(getResponse().getOutputStream());
            kept.reset();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    /// Nothing that is kept is written as characters.
    @Override
    public PrintWriter getWriter() throws IOException {
        send();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (sending) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        kept.reset();
    }

    @Override
    public void reset() {
        super.reset();
        kept.reset();
    }

    private final class Output extends ServletOutputStream {

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!sending && kept.size() + length > mostBytes) {
                send();
            }
            if (sending) {
                getResponse().getOutputStream().write(bytes, from, length);
            } else {
                kept.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (sending) {
                getResponse().getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("an answer that is kept is written by one thread");
        }
    }
}
