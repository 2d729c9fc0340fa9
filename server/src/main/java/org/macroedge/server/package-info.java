/// The Spring Boot application; each package below is one module of its rules.
@NullMarked
package org.macroedge.server;

import org.jspecify.annotations.NullMarked;
