package org.macroedge.server.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.profile.CalendarFile;

/// The files of an import as a request's body, streamed from where they are (RFC 7578).
///
/// @param layout the profile's file; null where the server knows it by name
public record MultipartBody(
        String boundary, List<CalendarFile> files, @Nullable Path layout) {

    public static MultipartBody of(List<CalendarFile> files, @Nullable Path layout) {
        return new MultipartBody("macro-edge-" + UUID.randomUUID(), files, layout);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    void write(OutputStream out) throws IOException {
        if (layout != null) {
            part(out, "layout", String.valueOf(layout.getFileName()), Files.newInputStream(layout));
        }
        for (CalendarFile file : files) {
            part(out, "file", file.name(), file.source().open());
        }
        text(out, "--" + boundary + "--\r\n");
    }

    private void part(OutputStream out, String name, String fileName, InputStream content) throws IOException {
        String quoted = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        text(
                out,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + quoted
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        try (content) {
            content.transferTo(out);
        }
        text(out, "\r\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
