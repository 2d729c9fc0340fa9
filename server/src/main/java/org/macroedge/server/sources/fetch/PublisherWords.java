package org.macroedge.server.sources.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a publisher says when it refuses, made safe to show and to store.
public final class PublisherWords {

    private static final int LONGEST = 300;
    private static final String PARTLY_A_KEY = "its words repeat a part of the key, and are not shown";

    private static final String UNUSABLE = "not|invalid|missing|unknown|expired|required|revoked|disabled|denied|wrong";
    private static final String KEY = "(?:api|access|subscription)[ _-]?(?:key|token)";
    private static final Pattern OF_THE_KEY = Pattern.compile("(?i)\\b" + KEY + "\\b[^.]{0,80}\\b(?:" + UNUSABLE
            + ")\\b|\\b(?:" + UNUSABLE + "|no|incorrect|bad)\\b[^.]{0,40}\\b" + KEY + "\\b|\\b(?:" + UNUSABLE
            + ") key\\b");
    private static final Pattern OF_ACCESS =
            Pattern.compile("(?i)\\b(?:access denied|unauthori[sz]ed|forbidden|not allowed|quota|limit|too many"
                    + " requests|subscription)\\b");

    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>([^<]*)</title>");
    /// Where publishers put their words in JSON.
    private static final List<String> PLACES = List.of(
            "/error_message",
            "/error/message",
            "/error/description",
            "/error/info",
            "/error",
            "/errors/0/message",
            "/errors/0",
            "/message",
            "/Message",
            "/Error Message",
            "/fault/faultstring",
            "/detail");

    private PublisherWords() {}

    /// The words in a refusal: the message in JSON, the title of a page, or the text itself, on one line.
    ///
    /// @param body its beginning; may end within a letter
    /// @return empty where it says nothing, or nothing in UTF-8
    public static String of(byte[] body) {
        String text = text(body).strip();
        String words = text.startsWith("<") ? title(text) : message(text).orElse(text);
        return words.strip().replaceAll("\\s+", " ");
    }

    /// The message of an object in JSON.
    public static Optional<String> message(byte[] body) {
        return message(text(body).strip());
    }

    private static String text(byte[] body) {
        CharBuffer letters = CharBuffer.allocate(body.length);
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body), letters, false)
                .isError()) {
            return "";
        }
        String text = letters.flip().toString();
        boolean isText = text.chars().allMatch(letter -> letter >= ' ' || Character.isWhitespace(letter));
        return !isText ? "" : text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String title(String page) {
        Matcher title = TITLE.matcher(page);
        return title.find() ? title.group(1) : "";
    }

    private static Optional<String> message(String text) {
        try {
            JsonNode answer = text.startsWith("{") ? Json.mapper().readTree(text) : MissingNode.getInstance();
            return PLACES.stream()
                    .map(answer::at)
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .filter(words -> !words.isBlank())
                    .findFirst();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// Whether a publisher says that it does not accept the key.
    static boolean refuseTheKey(String words) {
        return OF_THE_KEY.matcher(words).find();
    }

    /// Whether a publisher says that whoever asked may not, or not now.
    public static boolean refuseAccess(String words) {
        return refuseTheKey(words) || OF_ACCESS.matcher(words).find();
    }

    /// Without keys, on one line, and cut.
    public static String safe(String words) {
        return safe(words, List.of());
    }

    /// The same where further secrets are not to be shown. Words that show a part of one are not shown at all.
    static String safe(String words, Collection<String> secrets) {
        String safe = words;
        for (String secret : secrets) {
            safe = Secrets.masked(secret, safe);
        }
        safe = Secrets.masked(safe); // before it is cut: half a key is not found again
        return Secrets.showsPart(safe, secrets) ? PARTLY_A_KEY : cut(safe);
    }

    private static String cut(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints()
                .filter(letter -> Character.getType(letter) != Character.SURROGATE)
                .map(letter -> letter < ' ' ? ' ' : letter)
                .limit(LONGEST)
                .forEach(safe::appendCodePoint);
        return words.codePointCount(0, words.length()) <= LONGEST ? safe.toString() : safe + "…";
    }
}
