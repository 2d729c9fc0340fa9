/// The keys with which programs and people ask a server in secured mode: shown once, stored as hashes, revoked for
/// good.
@NamedInterface("keys")
@NullMarked
package org.macroedge.server.access.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
