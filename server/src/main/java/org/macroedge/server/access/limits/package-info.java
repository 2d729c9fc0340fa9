/// How many requests a server takes from each caller and address (decision 0052).
@NullMarked
package org.macroedge.server.access.limits;

import org.jspecify.annotations.NullMarked;
