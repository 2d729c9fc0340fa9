package org.macroedge.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of entries as parsed, so that a comment or the order of keys changes nothing.
final class CanonicalHash {

    private CanonicalHash() {}

    /// @param canonical what [CanonicalJson] made of the entries
    /// @return 64 hexadecimal digits
    static String of(String canonical) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException fault) {
            throw new AssertionError("every Java platform has SHA-256", fault);
        }
    }
}
