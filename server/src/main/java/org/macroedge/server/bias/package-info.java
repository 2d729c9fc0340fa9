/// Which way the data lean for each instrument, at any instant, and why.
@NullMarked
package org.macroedge.server.bias;

import org.jspecify.annotations.NullMarked;
