/// What people state about releases, each with a reason: confirmed, doubtful, cancelled, withdrawn.
@NamedInterface("verdicts")
@NullMarked
package org.macroedge.server.releases.verdicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
