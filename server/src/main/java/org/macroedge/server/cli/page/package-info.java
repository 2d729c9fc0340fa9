/// What an answer needs to stand on a terminal: its width and colours, tables that fold, numbers and times.
@NullMarked
package org.macroedge.server.cli.page;

import org.jspecify.annotations.NullMarked;
