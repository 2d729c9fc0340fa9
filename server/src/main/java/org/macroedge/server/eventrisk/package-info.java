/// Event risk: whether a release that matters for an instrument is near, and the windows without trades around
/// releases.
@NullMarked
package org.macroedge.server.eventrisk;

import org.jspecify.annotations.NullMarked;
