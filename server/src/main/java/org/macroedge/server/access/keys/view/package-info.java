/// The shapes of the answers about keys.
@NullMarked
@NamedInterface("keys.view")
package org.macroedge.server.access.keys.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
