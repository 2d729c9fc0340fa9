package org.macroedge.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of entries as parsed, so that a comment or the order of keys changes nothing.
final class CanonicalHash {

    private CanonicalHash() {}

    /// @return 64 hexadecimal digits
    static String of(List<YamlEntry> entries) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (YamlEntry entry : entries) {
                sha256.update(entry.canonical().getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) '\n');
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException fault) {
            throw new AssertionError("every Java platform has SHA-256", fault);
        }
    }
}
