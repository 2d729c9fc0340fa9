/// Writes JSON in one form, for the REST API and the command line.
@NullMarked
package org.macroedge.server.platform.json;

import org.jspecify.annotations.NullMarked;
