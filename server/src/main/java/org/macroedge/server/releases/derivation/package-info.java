/// Derives the releases of an indicator from what sources stated: which rows speak of the same release, what
/// each source says of it, and what its id is. Pure: the same statements give the same facts, in whatever
/// order they came.
@NullMarked
package org.macroedge.server.releases.derivation;

import org.jspecify.annotations.NullMarked;
