package org.macroedge.server.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.profile.CalendarFile;

/// The files of an import as a request's body, streamed from where they are (RFC 7578).
///
/// @param layout the profile's file; null where the server knows it by name
public record MultipartBody(
        String boundary, List<CalendarFile> files, @Nullable Path layout) {

    private static final byte[] LINE = utf8("\r\n");

    public static MultipartBody of(List<CalendarFile> files, @Nullable Path layout) {
        return new MultipartBody("macro-edge-" + UUID.randomUUID(), files, layout);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /// How many bytes it has; negative where a file does not say its size.
    long length() {
        long length = end().length;
        try {
            for (Part part : parts()) {
                long size = part.source().size();
                if (size < 0) {
                    return -1;
                }
                length += part.head().length + size + LINE.length;
            }
            return length;
        } catch (IOException unreadable) {
            return -1;
        }
    }

    void write(OutputStream out) throws IOException {
        for (Part part : parts()) {
            out.write(part.head());
            try (InputStream content = part.source().open()) {
                content.transferTo(out);
            }
            out.write(LINE);
        }
        out.write(end());
    }

    private record Part(byte[] head, CalendarFile.Source source) {}

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (layout != null) {
            CalendarFile file = CalendarFile.of(layout);
            parts.add(new Part(head("layout", file.name()), file.source()));
        }
        files.forEach(file -> parts.add(new Part(head("file", file.name()), file.source())));
        return parts;
    }

    private byte[] head(String name, String fileName) {
        return utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                + fileName.replace("\"", "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    }

    private byte[] end() {
        return utf8("--" + boundary + "--\r\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
