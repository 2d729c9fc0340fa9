/// How statistical offices and central banks write series in SDMX; no source of its own.
@NullMarked
package org.macroedge.server.sources.sdmx;

import org.jspecify.annotations.NullMarked;
