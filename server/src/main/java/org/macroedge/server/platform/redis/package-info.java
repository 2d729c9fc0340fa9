/// The connection to a Redis or Valkey that servers share.
@NullMarked
package org.macroedge.server.platform.redis;

import org.jspecify.annotations.NullMarked;
