/// The command line: parses the arguments and runs a command, `serve` without one.
@NullMarked
package org.macroedge.server.cli;

import org.jspecify.annotations.NullMarked;
