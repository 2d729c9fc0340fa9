/// Exports that a server writes by itself, at the times of a file.
@NamedInterface("scheduled")
@NullMarked
package org.macroedge.server.exports.scheduled;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
