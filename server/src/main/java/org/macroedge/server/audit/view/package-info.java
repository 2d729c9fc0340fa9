/// The shapes of the answers about the audit log.
@NullMarked
@NamedInterface("view")
package org.macroedge.server.audit.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
