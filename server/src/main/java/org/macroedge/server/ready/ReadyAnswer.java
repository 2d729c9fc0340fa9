package org.macroedge.server.ready;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Conditions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// The bytes of an answer, plain and compressed, with what its head says. The arrays are never changed.
///
/// @param tag its ETag, in quotes
/// @param compressed as gzip; null where the answer is so short that it is never compressed
/// @param forms the same as the web server sends it
record ReadyAnswer(
        String tag,
        String mediaType,
        String cacheControl,
        byte[] plain,
        byte @Nullable [] compressed,
        ReadyForms forms) {

    /// What the web server adds to the ETag of an answer that it compresses, and takes off again in a condition.
    private static final String GZIP_TAG = "--gzip\"";
    /// Less fits into one packet as it is.
    private static final int LEAST_BYTES = 1_400;

    ReadyAnswer(String tag, String mediaType, String cacheControl, byte[] plain, byte @Nullable [] compressed) {
        this(
                tag,
                mediaType,
                cacheControl,
                plain,
                compressed,
                ReadyForms.of(new Head(mediaType, cacheControl, tag, compressedTag(tag)), plain, compressed));
    }

    /// What the head of an answer says of its bytes.
    record Head(String mediaType, String cacheControl, String tag, String compressedTag) {}

    /// Compresses an answer.
    static ReadyAnswer of(String tag, String mediaType, String cacheControl, byte[] plain) {
        return new ReadyAnswer(tag, mediaType, cacheControl, plain, compressed(plain));
    }

    private static String compressedTag(String tag) {
        return tag.substring(0, tag.length() - 1) + GZIP_TAG;
    }

    private static byte @Nullable [] compressed(byte[] plain) {
        if (plain.length < LEAST_BYTES) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /// Answers a request: with status 304 and no body where the client has these bytes.
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forms.known().begin(response);
        if (!Conditions.isKnown(tag, request, response)) {
            boolean isHead = HttpMethod.HEAD.matches(request.getMethod());
            forms.whole(isHead, request.getHeader(HttpHeaders.ACCEPT_ENCODING)).write(response);
        }
    }
}
