/// How events of the log reach a broker: documents checked against schemas, one transport for
/// each kind of broker, and the consumer of the log that feeds it (decision 0076).
@NullMarked
package org.macroedge.server.events.forwarding;

import org.jspecify.annotations.NullMarked;
