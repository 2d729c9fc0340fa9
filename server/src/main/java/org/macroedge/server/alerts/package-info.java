/// Alerts (decision 0060): what is worth a message by the rules of a file, and its delivery to the channels of that
/// file. `rules` reads the file and decides when a change is worth an alert, `channels` sends.
@NullMarked
package org.macroedge.server.alerts;

import org.jspecify.annotations.NullMarked;
