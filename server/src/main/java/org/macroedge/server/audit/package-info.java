/// The audit log: which request or command changed what, who sent it, and what became of it.
@NullMarked
package org.macroedge.server.audit;

import org.jspecify.annotations.NullMarked;
