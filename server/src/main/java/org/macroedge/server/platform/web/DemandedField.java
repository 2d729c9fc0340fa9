package org.macroedge.server.platform.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.lang.reflect.RecordComponent;

/// Tells which fields of a body a request must give, although their record can be without, to say so in its own words.
final class DemandedField {

    private DemandedField() {}

    static boolean is(RecordComponent component) {
        Schema stated = component.getAccessor().getAnnotation(Schema.class);
        return stated != null && stated.requiredMode() == RequiredMode.REQUIRED;
    }
}
