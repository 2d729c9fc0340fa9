/// The list of error codes, the exception that carries one, and the messages that several modules share.
@NullMarked
package org.macroedge.server.platform.error;

import org.jspecify.annotations.NullMarked;
