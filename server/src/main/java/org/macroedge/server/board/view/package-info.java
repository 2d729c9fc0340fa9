/// The JSON view of the board.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.board.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
