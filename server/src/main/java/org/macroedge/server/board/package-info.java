/// What the first page shows, in one answer.
@NullMarked
package org.macroedge.server.board;

import org.jspecify.annotations.NullMarked;
