/// The stream of events over HTTP (decision 0043): who follows it, from where on, and what each event says.
@NullMarked
package org.macroedge.server.stream;

import org.jspecify.annotations.NullMarked;
