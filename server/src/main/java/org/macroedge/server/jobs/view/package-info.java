/// The shapes of the answers about jobs.
@NullMarked
@NamedInterface("view")
package org.macroedge.server.jobs.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
