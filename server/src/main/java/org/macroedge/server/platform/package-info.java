/// What every module stands on: the database, the home, errors and JSON. All of it is there for all of them.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.macroedge.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
