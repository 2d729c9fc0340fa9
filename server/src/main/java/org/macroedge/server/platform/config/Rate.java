package org.macroedge.server.platform.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// How many requests a limit allows: a bucket of tokens that fills up evenly. A read takes one token.
///
/// @param perMinute tokens that come back, [#LEAST] to [#MOST]
/// @param burst tokens of the full bucket, [#LEAST] to [#MOST]
public record Rate(int perMinute, int burst) {

    /// What a change takes, so that a full bucket suffices for each request.
    public static final int LEAST = 5;

    static final int MOST = 9_999_999;
    private static final long NANOS_A_MINUTE = 60_000_000_000L;
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,6})");

    public Rate {
        if (perMinute < LEAST || perMinute > MOST || burst < LEAST || burst > MOST) {
            throw new IllegalArgumentException("rate " + perMinute + "/" + burst);
        }
    }

    /// After how many nanoseconds one token comes back, rounded up: never more come back than the rate says.
    public long nanosPerToken() {
        return Math.ceilDiv(NANOS_A_MINUTE, perMinute);
    }

    /// @param usual where the variable is not set
    /// @return null for no limit
    /// @throws MacroEdgeException with `setting-fault` where the text is no rate
    static @Nullable Rate of(Environment environment, Variable variable, @Nullable Rate usual) {
        String text = environment.text(variable, "");
        if (text.isEmpty()) {
            return usual;
        }
        if (text.equals(LimitSettings.OFF)) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || number(form, 1) < LEAST || number(form, 2) < LEAST) {
            throw SettingMessage.NOT_A_RATE.exception(variable.key(), ShownText.of(text), LEAST, MOST);
        }
        return new Rate(number(form, 1), number(form, 2));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
