/// Assistants: the tools that programs of the Model Context Protocol can call, over HTTP and over standard input.
@NullMarked
package org.macroedge.server.assistants;

import org.jspecify.annotations.NullMarked;
