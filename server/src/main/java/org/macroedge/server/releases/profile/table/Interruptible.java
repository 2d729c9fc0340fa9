package org.macroedge.server.releases.profile.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/// Bytes that end with a fault once the thread that reads them is interrupted: whoever wanted them has left.
final class Interruptible extends FilterInputStream {

    Interruptible(InputStream bytes) {
        super(bytes);
    }

    /// @throws InterruptedIOException where the thread is interrupted
    static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was interrupted");
        }
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }
}
