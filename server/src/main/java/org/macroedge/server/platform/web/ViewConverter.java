package org.macroedge.server.platform.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import tools.jackson.core.exc.JacksonIOException;

/// Writes our own views with the same bytes as the command line: one line of JSON and a line feed.
@ServerOnly
class ViewConverter extends AbstractHttpMessageConverter<Record> {

    private static final String OURS = "org.macroedge.server.";

    ViewConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return writes(type);
    }

    /// Whether a type is one of our own views.
    static boolean writes(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(OURS);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("views cannot be read", input);
    }

    /// The type without parameters: a client that asks for another character set gets UTF-8, and must not be told that
    /// it got what it asked for.
    @Override
    protected void addDefaultHeaders(HttpHeaders headers, Record view, @Nullable MediaType accepted)
            throws IOException {
        super.addDefaultHeaders(headers, view, MediaType.APPLICATION_JSON);
    }

    @Override
    protected void writeInternal(Record view, HttpOutputMessage output) throws IOException {
        if (view instanceof SpooledAnswer(AnswerSpool spool)) {
            spool.copyTo(output.getBody());
        } else {
            stream(view, output);
        }
    }

    /// Writes the rows of an answer as they are made. A failure after the first bytes were sent breaks the connection,
    /// since a problem after them would pass for a part of the answer.
    private static void stream(Record view, HttpOutputMessage output) throws IOException {
        try {
            Json.write(view, output.getBody());
        } catch (JacksonIOException unwritten) {
            throw unwritten.getCause();
        } catch (RuntimeException fault) {
            if (output instanceof ServletServerHttpResponse response
                    && response.getServletResponse().isCommitted()) {
                throw new IOException("The answer was interrupted", fault);
            }
            throw fault;
        }
    }
}
