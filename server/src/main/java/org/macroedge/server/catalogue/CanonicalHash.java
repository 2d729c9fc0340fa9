package org.macroedge.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.macroedge.server.platform.hash.Sha256;

/// SHA-256 of entries as parsed, so that a comment or the order of keys changes nothing.
final class CanonicalHash {

    private CanonicalHash() {}

    /// @param canonical what [CanonicalJson] made of the entries
    /// @return 64 hexadecimal digits
    static String of(String canonical) {
        return HexFormat.of().formatHex(Sha256.start().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }
}
