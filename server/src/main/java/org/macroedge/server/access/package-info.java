/// Who may send requests, and what its role allows: in local mode pages and programs of this machine everything, in
/// secured mode holders of keys and tokens. Also sets the security headers of every answer.
@NullMarked
package org.macroedge.server.access;

import org.jspecify.annotations.NullMarked;
