/// US Department of the Treasury: par yields by day.
@NullMarked
package org.macroedge.server.sources.treasury;

import org.jspecify.annotations.NullMarked;
