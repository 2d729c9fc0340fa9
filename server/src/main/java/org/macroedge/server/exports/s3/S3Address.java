package org.macroedge.server.exports.s3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// The address of an object, as in `s3://bucket/key`.
public record S3Address(String bucket, String key) {

    private static final String SCHEME = "s3:";
    private static final Pattern ADDRESS = Pattern.compile("(?i:s3)://([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])/(.+)");
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/]*@");
    private static final int LONGEST_KEY = 1024;

    /// Whether a text is meant as an address, and not as the name of a file.
    public static boolean isMeant(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// Reads an address.
    ///
    /// @throws MacroEdgeException with `invalid-request` where it names no object
    public static S3Address of(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches() || !isKey(parts.group(2))) {
            throw S3Message.NOT_AN_OBJECT.exception(
                    ShownText.of(CREDENTIALS.matcher(text).replaceFirst("…@")));
        }
        return new S3Address(parts.group(1), parts.group(2));
    }

    /// Parts that are empty or name a folder by dots are allowed by S3, and are lost on the way by many programs.
    private static boolean isKey(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
                && key.codePoints().allMatch(ShownText::isShown)
                && Arrays.stream(key.split("/", -1)).noneMatch(part -> part.matches("\\.{0,2}"));
    }

    @Override
    public String toString() {
        return SCHEME + "//" + bucket + "/" + key;
    }
}
