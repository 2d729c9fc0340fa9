/// When a row of a calendar was published or is due: how its date and clock time are read, and which instant
/// they mean.
@NullMarked
package org.macroedge.server.releases.profile.time;

import org.jspecify.annotations.NullMarked;
