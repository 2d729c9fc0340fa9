package org.macroedge.server.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// What the head of every answer has: an id, and what a browser lets its page do.
final class AnswerHead {

    private static final String REQUEST_ID = "X-Request-Id";

    /// RFC 9562, section 5.4.
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private final HttpFields fixed;

    AnswerHead(PagePolicy policy) {
        this.fixed = HttpFields.from(
                new PreEncodedHttpField("Content-Security-Policy", policy.text()),
                new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                new PreEncodedHttpField("Referrer-Policy", "same-origin"));
    }

    /// @return the id of the request
    String begin(HttpServletResponse response) {
        String id = requestId();
        response.setHeader(REQUEST_ID, id);
        for (HttpField field : fixed) {
            response.setHeader(field.getName(), field.getValue());
        }
        return id;
    }

    void begin(HttpFields.Mutable answer) {
        answer.add(REQUEST_ID, requestId());
        answer.add(fixed);
    }

    /// A random UUID. It tells requests apart and keeps nothing secret, so that no secure random numbers are needed.
    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~VERSION_BITS | VERSION_4, random.nextLong() & ~VARIANT_BITS | VARIANT_RFC)
                .toString();
    }
}
