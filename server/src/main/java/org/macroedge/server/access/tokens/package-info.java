/// Tokens of an OpenID Connect issuer: signed by one of its keys, for this server, in force now, with a role.
@NullMarked
package org.macroedge.server.access.tokens;

import org.jspecify.annotations.NullMarked;
