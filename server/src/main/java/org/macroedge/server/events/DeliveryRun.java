package org.macroedge.server.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A change of what a consumer stores, which is committed.
///
/// @param rebuilt whether everything was computed anew
/// @param events that were processed; 0 of a rebuild
/// @param nanos until the commit
public record DeliveryRun(String consumer, boolean rebuilt, int events, long nanos) {

    /// How long it took.
    public double seconds() {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("consumer", consumer);
        fields.put("rebuilt", rebuilt);
        fields.put("events", events);
        fields.put("seconds", seconds());
        return fields;
    }
}
