/// Which addresses a server asks of itself, and through which proxy: shared by everything that sends requests out.
@NullMarked
package org.macroedge.server.platform.net;

import org.jspecify.annotations.NullMarked;
