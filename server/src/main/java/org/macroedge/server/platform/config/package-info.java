/// The settings of a process, read from its environment and its options.
@NullMarked
package org.macroedge.server.platform.config;

import org.jspecify.annotations.NullMarked;
