package org.macroedge.server.access.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.server.platform.hash.Sha256;

/// A key as its holder sends it: `me_`, the eight digits by which it is recognised, `_`, and 64 random digits, all
/// hexadecimal. Its randomness is that of a hash, so a plain hash of it can be stored: nobody can guess its text.
///
/// @param id the visible part
/// @param text the whole, which is a secret
record KeyText(String id, String text) {

    private static final Pattern FORM = Pattern.compile("me_([0-9a-f]{8})_[0-9a-f]{64}");
    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText random() {
        String id = digits(ID_BYTES);
        return new KeyText(id, "me_" + id + "_" + digits(SECRET_BYTES));
    }

    private static String digits(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Reads a text; empty where it does not have the form of a key.
    static Optional<KeyText> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeyText(form.group(1), text)) : Optional.empty();
    }

    /// What is stored of it: SHA-256 as 64 hexadecimal digits.
    String hash() {
        return Sha256.hex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
        return "me_" + id + "_…";
    }
}
