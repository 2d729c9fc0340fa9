package org.macroedge.server.platform.log;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/// Lines about ordinary work, which programs read and a person at a terminal would drown in: each answered request,
/// each run of a job and of the stored history. They are written in the form JSON alone.
public final class ActivityLog {

    /// The name of its logger.
    public static final String NAME = "activity";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private ActivityLog() {}

    /// Whether anything is written, so that a caller can spare the making.
    public static boolean isOn() {
        return LOG.isInfoEnabled();
    }

    /// How long something took, as the lines have it.
    public static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }

    /// Writes a line.
    ///
    /// @param kind `request`, `job` or `run`
    /// @param fields by name, in their order; texts, numbers and truth values
    public static void add(String kind, Map<String, ?> fields) {
        LoggingEventBuilder line = LOG.atLevel(Level.INFO);
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            line = line.addKeyValue(field.getKey(), field.getValue());
        }
        line.log(kind);
    }
}
