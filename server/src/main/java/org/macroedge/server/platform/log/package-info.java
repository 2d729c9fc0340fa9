/// How the log is written: the form of its lines, and what no line shows (decision 0053).
@NullMarked
package org.macroedge.server.platform.log;

import org.jspecify.annotations.NullMarked;
