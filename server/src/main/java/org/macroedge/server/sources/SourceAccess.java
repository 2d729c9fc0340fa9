package org.macroedge.server.sources;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a source is asked, and with which key.
///
/// @param address the publisher's own, or the one that the user set
/// @param key null where there is none
public record SourceAccess(URI address, @Nullable String key) {

    /// Leaves the key out.
    @Override
    public String toString() {
        return "SourceAccess[address=" + address + "]";
    }
}
