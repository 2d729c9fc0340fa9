/// The only input and output of the connectors: fetches bytes from publishers, politely, and turns every failure into a
/// coded state.
@NullMarked
package org.macroedge.server.sources.fetch;

import org.jspecify.annotations.NullMarked;
