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
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.platform.web.AnswerTags;
import org.macroedge.server.platform.web.RunAnswer;

/// One export: its columns, and rows that are made while they are written, so that it is never held as a whole. What
/// can be wrong with a question was found before.
public final class Export {

    /// 128 bits of the hash: two exports that differ never meet by chance.
    private static final int HASH_BYTES = 16;

    private final List<String> columns;
    private final Supplier<Stream<List<@Nullable Object>>> rows;
    private final @Nullable RunAnswer run;

    Export(List<String> columns, Supplier<Stream<List<@Nullable Object>>> rows) {
        this(columns, rows, null);
    }

    /// @param run that determines the bytes; null where none does
    Export(List<String> columns, Supplier<Stream<List<@Nullable Object>>> rows, @Nullable RunAnswer run) {
        this.columns = columns;
        this.rows = rows;
        this.run = run;
    }

    /// Writes all of it as CSV.
    public void writeTo(Writer out) throws IOException {
        out.write(Csv.line(columns));
        try (Stream<List<@Nullable Object>> stream = rows.get()) {
            for (Iterator<List<@Nullable Object>> each = stream.iterator(); each.hasNext(); ) {
                out.write(Csv.line(each.next()));
            }
        }
    }

    /// The ETag, in quotes: of the run where one determines the bytes, else a hash of them, for which they are made
    /// once more.
    String tag() {
        return run == null ? '"' + hash() + '"' : AnswerTags.tag(run, ExportConverter.TYPE);
    }

    private String hash() {
        MessageDigest sha256 = Sha256.start();
        try (Writer out = new OutputStreamWriter(
                new DigestOutputStream(OutputStream.nullOutputStream(), sha256), StandardCharsets.UTF_8)) {
            writeTo(out);
        } catch (IOException fault) {
            throw new UncheckedIOException("a hash writes nowhere", fault);
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, HASH_BYTES);
    }
}
