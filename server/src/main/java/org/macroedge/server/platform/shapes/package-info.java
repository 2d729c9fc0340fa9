/// Says what the shapes of the API, their properties and their codes mean, from one vocabulary.
@NullMarked
package org.macroedge.server.platform.shapes;

import org.jspecify.annotations.NullMarked;
