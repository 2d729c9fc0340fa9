/// The product's knowledge as users read and edit it, checked down to file, line and field.
@NullMarked
package org.macroedge.server.catalogue;

import org.jspecify.annotations.NullMarked;
