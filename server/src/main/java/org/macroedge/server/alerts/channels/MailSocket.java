package org.macroedge.server.alerts.channels;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// A socket of which no more than some bytes are read for one answer, before and after it is secured: a server whose
/// answer has no end would fill the memory.
final class MailSocket extends Socket {

    /// An answer has some lines of at most 512 bytes (RFC 5321, 4.5.3.1.5); a handshake of TLS has some certificates.
    static final long MOST_BYTES = 256 * 1_024;

    private final AtomicLong left = new AtomicLong(MOST_BYTES);

    /// An answer that is longer than any of SMTP.
    static final class EndlessAnswerException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// The next answer begins.
    void expectAnswer() {
        left.set(MOST_BYTES);
    }

    boolean isExhausted() {
        return left.get() <= 0;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (isExhausted()) {
                throw new EndlessAnswerException();
            }
            int count = super.read(into, from, (int) Math.min(length, left.get()));
            left.addAndGet(-Math.max(0, count));
            return count;
        }
    }
}
