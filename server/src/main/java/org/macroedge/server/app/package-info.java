/// Joins the modules: all of them for the HTTP server, those that read and write the store for a short command.
@NullMarked
package org.macroedge.server.app;

import org.jspecify.annotations.NullMarked;
