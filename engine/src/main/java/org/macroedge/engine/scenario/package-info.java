/// What releases that are to come would do to a bias, and from which figure on they would change its label.
@NullMarked
package org.macroedge.engine.scenario;

import org.jspecify.annotations.NullMarked;
