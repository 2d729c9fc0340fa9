package org.macroedge.server.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/// A spooled answer that can be read from any place, several times.
final class SpooledBytes extends AbstractResource {

    private final byte[] memory;
    private final @Nullable FileChannel file;

    /// @param memory all bytes, where there is no file
    SpooledBytes(byte[] memory, @Nullable FileChannel file) {
        this.memory = memory;
        this.file = file;
    }

    @Override
    public String getDescription() {
        return "an answer";
    }

    @Override
    public long contentLength() throws IOException {
        return file == null ? memory.length : file.size();
    }

    @Override
    public InputStream getInputStream() {
        return file == null ? new ByteArrayInputStream(memory) : new Places(file);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /// Reads a file from its beginning, whatever else reads it.
    private static final class Places extends InputStream {

        private final FileChannel file;
        private long position;

        Places(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, bytes.length);
            if (length == 0) {
                return 0;
            }
            int read = file.read(ByteBuffer.wrap(bytes, from, length), position);
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = Math.clamp(bytes, 0, file.size() - position);
            position += skipped;
            return skipped;
        }
    }
}
