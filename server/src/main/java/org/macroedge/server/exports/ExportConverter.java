package org.macroedge.server.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Streams an export to the client.
@ServerOnly
class ExportConverter extends AbstractHttpMessageConverter<Export> {

    static final String CSV = "text/csv";
    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    ExportConverter() {
        super(TYPE);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Export.class == type;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Export readInternal(Class<? extends Export> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("exports cannot be read", input);
    }

    /// Rows are UTF-8, whatever character set a client asks for.
    @Override
    protected void addDefaultHeaders(HttpHeaders headers, Export export, @Nullable MediaType accepted)
            throws IOException {
        super.addDefaultHeaders(headers, export, TYPE);
    }

    /// A failure after the first rows breaks the connection, since a problem after the rows would look like a row.
    @Override
    protected void writeInternal(Export export, HttpOutputMessage output) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
        try {
            export.writeTo(out);
        } catch (RuntimeException fault) {
            throw new IOException("The export was interrupted", fault);
        }
        out.flush();
    }
}
