/// The adapter for calendar files: reads them by a declared profile into reported releases. Does not touch the
/// store.
@NamedInterface("profile")
@NullMarked
package org.macroedge.server.releases.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
