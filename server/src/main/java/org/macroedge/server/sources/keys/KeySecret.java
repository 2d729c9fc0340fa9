package org.macroedge.server.sources.keys;

import java.util.Map;

/// A secret that holds keys.
@FunctionalInterface
interface KeySecret {

    /// Its fields as they are now, by name.
    ///
    /// @throws KeyFault where they cannot be read
    Map<String, String> read();
}
