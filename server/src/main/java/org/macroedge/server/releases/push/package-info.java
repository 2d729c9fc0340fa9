/// Releases that programs push: the fourth adapter in front of the intake.
@NamedInterface("push")
@NullMarked
package org.macroedge.server.releases.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
