/// Bank for International Settlements: policy rates of central banks.
@NullMarked
package org.macroedge.server.sources.bis;

import org.jspecify.annotations.NullMarked;
