/// The client of a server that runs on this machine.
@NullMarked
package org.macroedge.server.cli.remote;

import org.jspecify.annotations.NullMarked;
