package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;

/// The header that identifies the bytes of an answer, as a component of the description of the API.
final class TagDescription {

    static final String NAME = "ETag";

    private TagDescription() {}

    static Header header() {
        return new Header()
                .description(
                        "Identifies these bytes. A request that sends it in If-None-Match is answered by status 304"
                                + " as long as the answer would be the same")
                .schema(new StringSchema().example("\"fa3f67611e269559.01.3.json\""));
    }

    static Header reference() {
        return new Header().$ref("#/components/headers/" + NAME);
    }
}
