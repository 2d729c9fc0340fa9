/// The shapes of answers about prices.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.prices.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
