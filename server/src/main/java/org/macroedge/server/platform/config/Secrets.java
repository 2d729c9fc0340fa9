package org.macroedge.server.platform.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps passwords out of messages and logs: every form in which the database's address may hold one, and the
/// passwords of the address in use by their value.
public final class Secrets {

    private static final String MASK = "***";
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:pass|password|passwd|pwd|secret)=)([^&\\s\"')]*)");
    private static final Pattern USER_INFO = Pattern.compile("(//)([^/@\\s]+)(@)");
    /// Shorter values would be found in ordinary words.
    private static final int SHORTEST = 4;
    private static final int LEAST_HALF = 6;

    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, SecretParts> PARTS = new ConcurrentHashMap<>();

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

    /// A text without one secret, in whatever form and case it stands there.
    public static String masked(String secret, String text) {
        String masked = text;
        for (String form : forms(secret)) {
            masked = pattern(form).matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return masked;
    }

    /// The secret itself, as an address has it, and as some write JSON. The halves of one such as `client:secret` too.
    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>(List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        forms.add(secret.replace("/", "\\/"));
        Arrays.stream(secret.split(":"))
                .filter(half -> half.length() >= LEAST_HALF)
                .forEach(forms::add);
        return forms;
    }

    /// Whether a text still shows a part of a secret that it was cut in, broken in, or written in escapes or base64.
    ///
    /// @param text masked already
    /// @param more secrets, beside those that are known
    public static boolean showsPart(String text, Collection<String> more) {
        String letters = SecretParts.letters(text);
        return Stream.concat(PARTS.values().stream(), more.stream().map(SecretParts::of))
                .anyMatch(parts -> parts.isShownIn(letters));
    }

    private static void add(String value) {
        if (value.length() >= SHORTEST) {
            PARTS.computeIfAbsent(value, SecretParts::of);
            forms(value).forEach(Secrets::know);
            try {
                know(URLDecoder.decode(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                // it is known as it stands
            }
        }
    }

    private static void know(String form) {
        KNOWN.computeIfAbsent(form, Secrets::pattern);
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(Pattern.quote(form), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// A text without passwords, in whatever case a library shows them.
    public static String masked(String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        masked = USER_INFO.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "$3");
        for (Pattern secret : KNOWN.values()) {
            masked = secret.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return masked;
    }
}
