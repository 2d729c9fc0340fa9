package org.macroedge.server.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.hash.Sha256;
import org.springframework.core.io.Resource;

/// The bytes of an answer whose ETag is their hash: the first of them in memory, a long answer in a temporary file that
/// has no name. So both come from the same bytes, and an answer of any length takes little memory.
public final class AnswerSpool extends OutputStream {

    /// Longer answers go through a file. Most are far below.
    static final int IN_MEMORY = 256 * 1024;

    /// 128 bits of the hash, enough that two different answers do not collide by chance.
    private static final int HASH_BYTES = 16;

    private final Path folder;
    private final MessageDigest digest = Sha256.start();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private @Nullable String tag;

    /// @param folder for the temporary file
    AnswerSpool(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        if (file == null && memory.size() + length <= IN_MEMORY) {
            memory.write(bytes, from, length);
            return;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
        FileChannel channel = spilled();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /// The system removes the file as it is opened, so that even a killed server leaves none behind.
    private FileChannel spilled() throws IOException {
        if (file == null) {
            file = FileChannel.open(
                    folder.resolve("answer-" + UUID.randomUUID()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            file.write(ByteBuffer.wrap(memory.toByteArray()));
            memory.reset();
        }
        return file;
    }

    /// The ETag, in quotes, once all is written: the same however often it is asked for.
    public String tag() {
        String known = tag;
        if (known == null) {
            known = '"' + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES) + '"';
            tag = known;
        }
        return known;
    }

    /// Gives all bytes to the client.
    void copyTo(OutputStream out) throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            memory.writeTo(out);
            return;
        }
        channel.position(0);
        Channels.newInputStream(channel).transferTo(out);
    }

    /// How many bytes there are, once all is written.
    public long length() {
        try {
            return file == null ? memory.size() : file.size();
        } catch (IOException fault) {
            throw new UncheckedIOException("The length of an answer cannot be read", fault);
        }
    }

    /// The bytes, once all is written, until it is closed.
    public Resource resource() {
        return new SpooledBytes(memory.toByteArray(), file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
