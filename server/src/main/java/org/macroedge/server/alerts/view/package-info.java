/// The shapes of the answers about alerts.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.alerts.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
