package org.macroedge.server.ready;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.hash.Sha256;

/// How an answer is written for other servers: the SHA-256 of the rest, then the span, the head and the body. The body
/// is compressed where the answer is.
final class AnswerBytes {

    private static final int HASH = 32;

    private AnswerBytes() {}

    static byte[] of(DatedAnswer dated) {
        ReadyAnswer answer = dated.answer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(dated.from(), out);
            write(dated.until(), out);
            out.writeUTF(answer.tag());
            out.writeUTF(answer.mediaType());
            out.writeUTF(answer.cacheControl());
            byte[] compressed = answer.compressed();
            out.writeBoolean(compressed != null);
            out.write(compressed == null ? answer.plain() : compressed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        byte[] content = bytes.toByteArray();
        byte[] hash = Sha256.start().digest(content);
        byte[] all = Arrays.copyOf(hash, HASH + content.length);
        System.arraycopy(content, 0, all, HASH, content.length);
        return all;
    }

    /// Reads an answer.
    ///
    /// @param mostBytes of its body
    /// @return null where the bytes are not exactly those that [#of] wrote, or the body is longer
    static @Nullable DatedAnswer read(byte[] bytes, int mostBytes) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes, Math.min(HASH, bytes.length), Math.max(bytes.length - HASH, 0));
        if (bytes.length < HASH || !Arrays.equals(digest.digest(), Arrays.copyOf(bytes, HASH))) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HASH, bytes.length - HASH))) {
            return read(in, mostBytes);
        } catch (IOException otherForm) {
            return null;
        }
    }

    private static @Nullable DatedAnswer read(DataInputStream in, int mostBytes) throws IOException {
        Instant from = instant(in);
        Instant until = instant(in);
        String tag = in.readUTF();
        String mediaType = in.readUTF();
        String cacheControl = in.readUTF();
        byte[] compressed = in.readBoolean() ? in.readAllBytes() : null;
        byte[] plain = compressed == null ? in.readAllBytes() : plain(compressed, mostBytes);
        return plain.length > mostBytes
                ? null
                : new DatedAnswer(new ReadyAnswer(tag, mediaType, cacheControl, plain, compressed), from, until);
    }

    private static byte[] plain(byte[] compressed, int mostBytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readNBytes(mostBytes + 1);
        }
    }

    private static void write(Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
