/// What sources said about releases: the facts as stored, and the releases assembled from them.
@NullMarked
package org.macroedge.server.releases;

import org.jspecify.annotations.NullMarked;
