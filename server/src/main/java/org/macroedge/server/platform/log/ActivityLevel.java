package org.macroedge.server.platform.log;

import ch.qos.logback.core.PropertyDefinerBase;
import org.macroedge.server.platform.config.LogForm;

/// Gives logback.xml the level of [ActivityLog].
public final class ActivityLevel extends PropertyDefinerBase {

    @Override
    public String getPropertyValue() {
        return LogForm.current() == LogForm.JSON ? "INFO" : "OFF";
    }
}
