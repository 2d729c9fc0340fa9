/// The one way in which this product writes JSON, for the REST API and the command line alike.
@NullMarked
package org.macroedge.server.platform.json;

import org.jspecify.annotations.NullMarked;
