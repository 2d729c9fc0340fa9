package org.macroedge.server.catalogue;

import java.nio.charset.StandardCharsets;
import org.macroedge.server.platform.hash.Sha256;

/// SHA-256 of parsed entries, which does not depend on comments or the order of keys.
final class CanonicalHash {

    private CanonicalHash() {}

    /// @param canonical the entries as written by [CanonicalJson]
    /// @return 64 hexadecimal digits
    static String of(String canonical) {
        return Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
