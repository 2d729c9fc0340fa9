/// Where alerts go: the forms of webhooks and chats, the requests, and what became of each.
@NullMarked
package org.macroedge.server.alerts.channels;

import org.jspecify.annotations.NullMarked;
