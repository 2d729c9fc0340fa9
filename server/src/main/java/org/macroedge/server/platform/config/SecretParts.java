package org.macroedge.server.platform.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts by which a secret is recognised in a text that has it in another form: each run of some letters and digits
/// of it, plain and in base64.
///
/// @param runs in lower case
record SecretParts(Set<String> runs) {

    private static final int LENGTH = 6;
    /// Bytes that base64 writes together.
    private static final int GROUP = 3;

    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_LETTER = 6;
    private static final int HEX = 16;

    /// A letter of ASCII by its number, as JSON, addresses and pages write it.
    private static final Pattern ESCAPE =
            Pattern.compile("(?i)(?:\\\\u(?=[0-9a-f]{4})0{0,2}|%|&#x0{0,3})([0-9a-f]{2});?|&#0{0,3}([0-9]{1,3});");
    /// An escape can be escaped once more.
    private static final int LAYERS = 2;

    static SecretParts of(String secret) {
        Set<String> runs = new HashSet<>();
        addRuns(squeezed(secret), runs);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < GROUP; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int first = (before * BITS_OF_BYTE + BITS_OF_LETTER - 1) / BITS_OF_LETTER;
            addRuns(squeezed(encoded.substring(Math.min(first, encoded.length() - 1), encoded.length() - 1)), runs);
        }
        return new SecretParts(Set.copyOf(runs));
    }

    private static void addRuns(String letters, Set<String> runs) {
        for (int from = 0; from + LENGTH <= letters.length(); from++) {
            runs.add(letters.substring(from, from + LENGTH));
        }
    }

    /// @param letters of a text, by [#letters]
    boolean isShownIn(String letters) {
        return runs.stream().anyMatch(letters::contains);
    }

    /// The letters and digits of a text, in lower case, with its escapes resolved.
    static String letters(String text) {
        String plain = text;
        for (int layer = 0; layer < LAYERS; layer++) {
            plain = ESCAPE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(letter(found)));
        }
        return squeezed(plain);
    }

    private static String letter(MatchResult escape) {
        boolean isHex = escape.group(1) != null;
        return Character.toString(isHex ? Integer.parseInt(escape.group(1), HEX) : Integer.parseInt(escape.group(2)));
    }

    private static String squeezed(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
