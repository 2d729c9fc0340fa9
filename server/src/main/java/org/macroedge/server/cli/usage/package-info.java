/// Wrong use of the command line, in our own words, and the log of unexpected failures.
@NullMarked
package org.macroedge.server.cli.usage;

import org.jspecify.annotations.NullMarked;
