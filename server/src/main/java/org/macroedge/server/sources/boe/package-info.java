/// Bank of England: Bank Rate.
@NullMarked
package org.macroedge.server.sources.boe;

import org.jspecify.annotations.NullMarked;
