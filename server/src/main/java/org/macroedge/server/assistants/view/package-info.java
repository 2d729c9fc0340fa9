/// The answers of tools that are shorter than those of the API.
@NullMarked
package org.macroedge.server.assistants.view;

import org.jspecify.annotations.NullMarked;
