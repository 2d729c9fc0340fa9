/// What every controller's answers have in common: their bytes and their errors.
@NullMarked
package org.macroedge.server.platform.web;

import org.jspecify.annotations.NullMarked;
