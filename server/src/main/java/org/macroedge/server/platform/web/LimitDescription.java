package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/// The headers that tell a client of its limit, as components of the description of the API.
final class LimitDescription {

    private LimitDescription() {}

    /// By name.
    static Map<String, Header> headers() {
        Map<String, Header> headers = new LinkedHashMap<>();
        headers.put(
                "Retry-After",
                header("After how many seconds the same request is taken", new IntegerSchema().example(2)));
        headers.put(
                "RateLimit",
                header(
                        "The limit, what is left of it (`r`), and the seconds until all of it is back, or after a"
                                + " refusal until the request is taken (`t`)",
                        new StringSchema().example("\"callers\";r=499;t=1")));
        headers.put(
                "RateLimit-Policy",
                header(
                        "The limit: how much there is at once (`q`), and the seconds in which it comes back (`w`)",
                        new StringSchema().example("\"callers\";q=500;w=10")));
        return headers;
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
