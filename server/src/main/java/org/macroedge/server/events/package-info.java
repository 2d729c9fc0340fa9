/// The event log: rows in commit order, consumers with cursors, and their drain.
@NullMarked
package org.macroedge.server.events;

import org.jspecify.annotations.NullMarked;
