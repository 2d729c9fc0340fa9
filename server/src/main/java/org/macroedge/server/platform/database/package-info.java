/// The PostgreSQL server: the embedded one by default, any other by its address.
@NullMarked
package org.macroedge.server.platform.database;

import org.jspecify.annotations.NullMarked;
