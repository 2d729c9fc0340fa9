package org.macroedge.server.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.platform.web.AnswerTags;
import org.macroedge.server.platform.web.RunAnswer;

/// An export: its columns, and rows that are computed while they are written, so that it is never in memory as a whole.
/// The query is checked before.
public final class Export {

    /// 128 bits of the hash, enough that two different exports do not collide by chance.
    private static final int HASH_BYTES = 16;

    private final List<String> columns;
    private final Supplier<Stream<List<@Nullable Object>>> rows;
    private final @Nullable RunAnswer run;

    Export(List<String> columns, Supplier<Stream<List<@Nullable Object>>> rows) {
        this(columns, rows, null);
    }

    /// @param run the answer whose run determines the bytes; null if there is none
    Export(List<String> columns, Supplier<Stream<List<@Nullable Object>>> rows, @Nullable RunAnswer run) {
        this.columns = columns;
        this.rows = rows;
        this.run = run;
    }

    /// Writes the export as CSV.
    public void writeTo(Writer out) throws IOException {
        out.write(Csv.line(columns));
        try (Stream<List<@Nullable Object>> stream = rows.get()) {
            // an iterator would hold all rows of an instrument
            stream.forEachOrdered(row -> write(out, row));
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private static void write(Writer out, List<? extends @Nullable Object> row) {
        try {
            out.write(Csv.line(row));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The ETag, in quotes: that of the run if there is one, otherwise a hash of the bytes, which are computed once
    /// more for it.
    String tag() {
        return run == null ? '"' + hash() + '"' : AnswerTags.tag(run, ExportConverter.TYPE);
    }

    private String hash() {
        MessageDigest sha256 = Sha256.start();
        try (Writer out = new OutputStreamWriter(
                new DigestOutputStream(OutputStream.nullOutputStream(), sha256), StandardCharsets.UTF_8)) {
            writeTo(out);
        } catch (IOException fault) {
            throw new UncheckedIOException("The hash of an export cannot be computed", fault);
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, HASH_BYTES);
    }
}
