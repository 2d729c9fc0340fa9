package org.macroedge.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What a server writes into a file of its home that only its owner can read, anew at each start. Whoever sends it can
/// read the home, and so the store: a command of the same user.
public final class LocalSecret {

    private static final String PREFIX = "local_";
    private static final int BYTES = 32;

    private final String text;

    private LocalSecret(String text) {
        this.text = text;
    }

    static LocalSecret random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new LocalSecret(PREFIX + HexFormat.of().formatHex(random));
    }

    /// The secret itself.
    public String text() {
        return text;
    }

    /// Whether a text is the secret. How long the answer takes says nothing about it.
    boolean is(String sent) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
