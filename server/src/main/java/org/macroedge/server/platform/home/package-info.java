/// The home directory: its files, its lock, and the note of the server that runs on it.
@NullMarked
package org.macroedge.server.platform.home;

import org.jspecify.annotations.NullMarked;
