/// DBnomics, a mirror of statistical offices and international organisations.
@NullMarked
package org.macroedge.server.sources.dbnomics;

import org.jspecify.annotations.NullMarked;
