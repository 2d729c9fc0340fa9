/// The answers that are asked for most, as bytes that are ready to be sent (decision 0046).
@NullMarked
package org.macroedge.server.ready;

import org.jspecify.annotations.NullMarked;
