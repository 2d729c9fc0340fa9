/// Reads files of prices by a declared profile. Does not touch the store.
@NamedInterface("profile")
@NullMarked
package org.macroedge.server.prices.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
