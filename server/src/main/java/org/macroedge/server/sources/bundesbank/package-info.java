/// Deutsche Bundesbank: German orders and production.
@NullMarked
package org.macroedge.server.sources.bundesbank;

import org.jspecify.annotations.NullMarked;
