package org.macroedge.server.ready;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.HttpStatus;

/// One form of a ready answer: a status, a head and a body, which are written as they are.
///
/// @param head without what differs from one request to the next
/// @param body never changed
record ReadyForm(int status, HttpFields head, byte[] body) {

    private static final byte[] NOTHING = {};

    /// The whole answer.
    ///
    /// @param encoding a header of its own, and empty where the body is not encoded
    static ReadyForm whole(String mediaType, HttpFields common, HttpFields encoding, byte[] body) {
        return new ReadyForm(
                HttpStatus.OK.value(),
                HttpFields.build(common)
                        .add(encoding)
                        .add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, mediaType))
                        .add(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, body.length))
                        .asImmutable(),
                body);
    }

    /// Says that the client has the answer.
    static ReadyForm known(HttpFields common) {
        return new ReadyForm(HttpStatus.NOT_MODIFIED.value(), common, NOTHING);
    }

    /// The same without its body, as HEAD wants it.
    ReadyForm withoutBody() {
        return new ReadyForm(status, head, NOTHING);
    }

    /// Writes the head.
    void begin(HttpServletResponse response) {
        head.forEach(field -> response.setHeader(field.getName(), field.getValue()));
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        begin(response);
        response.getOutputStream().write(body);
    }

    void write(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().add(head);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
