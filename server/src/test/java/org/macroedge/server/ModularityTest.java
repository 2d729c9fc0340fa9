package org.macroedge.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseEachOtherOnlyThroughTheirApiAndWithoutCycles() {
        ApplicationModules.of(MacroEdgeApplication.class).detectViolations().throwIfPresent();
    }
}
