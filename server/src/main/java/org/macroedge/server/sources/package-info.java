/// Connectors to the publishers and vendors of releases, and what asks them. Each source has a package of its
/// own below this one, with its connector, its `@Configuration`, and a README that states its terms. `fetch` is
/// the only input and output; what comes goes through the one intake of `releases`, or that of `prices`.
@NullMarked
package org.macroedge.server.sources;

import org.jspecify.annotations.NullMarked;
