/// Releases as calendars state them, read by declared profiles.
@NullMarked
package org.macroedge.server.releases;

import org.jspecify.annotations.NullMarked;
