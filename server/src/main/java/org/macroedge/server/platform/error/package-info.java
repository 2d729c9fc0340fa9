/// One list of error codes, one exception, and how both read on the wire (RFC 9457).
@NullMarked
package org.macroedge.server.platform.error;

import org.jspecify.annotations.NullMarked;
