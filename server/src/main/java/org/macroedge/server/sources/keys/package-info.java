/// The keys of sources: those of the environment, and those of a secret in a vault.
@NullMarked
package org.macroedge.server.sources.keys;

import org.jspecify.annotations.NullMarked;
