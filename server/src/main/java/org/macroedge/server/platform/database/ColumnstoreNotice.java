package org.macroedge.server.platform.database;

import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.TimescaleServer;
import org.slf4j.LoggerFactory;

/// Says in the log of a server that its store leaves the columnstore alone.
record ColumnstoreNotice(Database database) {

    void write() {
        if (!database.has(StorePart.AGGREGATE) || database.has(StorePart.COLUMNSTORE)) {
            return;
        }
        TimescaleServer server = database.timescale();
        if (!server.hasSafeColumnstore()) {
            LoggerFactory.getLogger(ColumnstoreNotice.class)
                    .warn(LogMessage.COLUMNSTORE_OFF.text(
                            String.valueOf(server.installed()), TimescaleServer.SAFE_COLUMNSTORE));
        }
    }
}
