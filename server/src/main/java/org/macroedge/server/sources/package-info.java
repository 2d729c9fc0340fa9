/// Connectors to the publishers and vendors of releases. Each source has a package of its own below this one, with its
/// connector, its `@Configuration`, and a README that states the source's terms. None exists yet: calendar files
/// come in through `releases.profile`.
@NullMarked
package org.macroedge.server.sources;

import org.jspecify.annotations.NullMarked;
