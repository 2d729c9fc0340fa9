package org.macroedge.server.platform.database;

import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.TimescaleServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log of a server what of TimescaleDB its store cannot use, or leaves alone.
record TimescaleNotice(Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(TimescaleNotice.class);

    void write() {
        if (!database.has(StorePart.AGGREGATE)) {
            return;
        }
        TimescaleServer server = database.timescale();
        if (!server.allows(StorePart.AGGREGATE)) {
            LOG.warn(LogMessage.AGGREGATE_REFUSED.text(String.valueOf(server.licence())));
        } else if (!database.has(StorePart.COLUMNSTORE) && !server.hasSafeColumnstore()) {
            LOG.warn(LogMessage.COLUMNSTORE_OFF.text(
                    String.valueOf(server.installed()), TimescaleServer.SAFE_COLUMNSTORE));
        }
    }
}
