package org.macroedge.server.exports;

import java.nio.charset.StandardCharsets;
import org.macroedge.engine.vocabulary.Coded;
import org.springframework.http.MediaType;

/// How an export is written.
public enum ExportFormat implements Coded {
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    PARQUET(MediaType.parseMediaType(ExportFormat.PARQUET_TYPE)),
    XLSX(MediaType.parseMediaType(ExportFormat.XLSX_TYPE)),
    ARROW(MediaType.parseMediaType(ExportFormat.ARROW_TYPE));

    static final String CSV_TYPE = "text/csv";
    static final String PARQUET_TYPE = "application/vnd.apache.parquet";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String ARROW_TYPE = "application/vnd.apache.arrow.file";

    private final MediaType type;

    ExportFormat(MediaType type) {
        this.type = type;
    }

    /// The content type.
    public MediaType type() {
        return type;
    }

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
