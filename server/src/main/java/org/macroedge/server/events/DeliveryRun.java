package org.macroedge.server.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.macroedge.server.platform.log.ActivityLog;

/// A change of what a consumer stores, which is committed.
///
/// @param rebuilt whether everything was computed anew
/// @param events that were processed; 0 of a rebuild and of a share of work
/// @param nanos until the commit
public record DeliveryRun(String consumer, boolean rebuilt, int events, long nanos) {

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("consumer", consumer);
        fields.put("rebuilt", rebuilt);
        fields.put("events", events);
        fields.put("seconds", ActivityLog.seconds(nanos));
        return fields;
    }
}
