/// The checks of `doctor`: machine, home, catalogue, store, start-up caches and server.
@NullMarked
package org.macroedge.server.cli.doctor;

import org.jspecify.annotations.NullMarked;
