/// What every read takes, for the REST API and the command line alike.
@NullMarked
package org.macroedge.server.platform.query;

import org.jspecify.annotations.NullMarked;
