/// The catalogue: files that users edit, checked with faults by file, line and field.
@NullMarked
package org.macroedge.server.catalogue;

import org.jspecify.annotations.NullMarked;
