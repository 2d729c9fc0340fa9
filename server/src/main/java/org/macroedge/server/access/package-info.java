/// Who may send requests: only pages and programs of this machine. Also sets the security headers of every answer.
@NullMarked
package org.macroedge.server.access;

import org.jspecify.annotations.NullMarked;
