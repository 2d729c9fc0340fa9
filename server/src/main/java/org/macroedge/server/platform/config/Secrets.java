package org.macroedge.server.platform.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps passwords out of messages and logs: every form in which the database's address may hold one, and the
/// passwords of the address in use by their value.
public final class Secrets {

    private static final String MASK = "***";
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:pass|password|passwd|pwd|secret)=)([^&\\s\"')]*)");
    private static final Pattern USER_INFO = Pattern.compile("(//)([^/@\\s]+)(@)");
    /// Shorter values would be found in ordinary words.
    private static final int SHORTEST = 4;

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /// Remembers the passwords of an address, which libraries may show without the rest of it.
    static void remember(String url) {
        PARAMETER.matcher(url).results().forEach(found -> add(found.group(2)));
        USER_INFO.matcher(url).results().forEach(found -> {
            String info = found.group(2);
            add(info.substring(info.indexOf(':') + 1));
        });
    }

    /// Remembers a key, so that no message shows it.
    public static void keep(String key) {
        add(key);
    }

    private static void add(String value) {
        if (value.length() >= SHORTEST) {
            KNOWN.add(value);
            try {
                KNOWN.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                // it is known as it stands
            }
        }
    }

    /// A text without passwords.
    public static String masked(String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        masked = USER_INFO.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "$3");
        for (String secret : KNOWN) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
