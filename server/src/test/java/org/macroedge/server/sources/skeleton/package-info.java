/// A source as `docs/how-to/add-a-source.md` describes it: the pattern for the next one.
@NullMarked
package org.macroedge.server.sources.skeleton;

import org.jspecify.annotations.NullMarked;
