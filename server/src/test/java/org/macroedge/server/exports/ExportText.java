package org.macroedge.server.exports;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// The whole text of an export.
public final class ExportText {

    private ExportText() {}

    public static String of(Export export) {
        StringWriter out = new StringWriter();
        try {
            export.writeTo(out, ExportForm.PLAIN);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toString();
    }
}
