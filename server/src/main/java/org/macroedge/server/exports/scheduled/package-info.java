/// Exports that a server writes by itself, at the times of a file.
@NullMarked
package org.macroedge.server.exports.scheduled;

import org.jspecify.annotations.NullMarked;
