/// Organisation for Economic Co-operation and Development: consumer prices.
@NullMarked
package org.macroedge.server.sources.oecd;

import org.jspecify.annotations.NullMarked;
