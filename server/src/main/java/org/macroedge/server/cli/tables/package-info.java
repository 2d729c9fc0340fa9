/// The answers as tables for readers.
@NullMarked
package org.macroedge.server.cli.tables;

import org.jspecify.annotations.NullMarked;
