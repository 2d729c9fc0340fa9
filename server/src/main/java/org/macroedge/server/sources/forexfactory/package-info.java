/// ForexFactory's weekly feed: what is scheduled this week, with the consensus.
@NullMarked
package org.macroedge.server.sources.forexfactory;

import org.jspecify.annotations.NullMarked;
