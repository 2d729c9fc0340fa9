/// New values for earlier periods: how large they are, against a scale of their own. Nothing in here enters a z.
@NullMarked
package org.macroedge.engine.revision;

import org.jspecify.annotations.NullMarked;
