/// What a server tells about its work: a line and a measurement for each request (decision 0053).
@NullMarked
package org.macroedge.server.platform.telemetry;

import org.jspecify.annotations.NullMarked;
