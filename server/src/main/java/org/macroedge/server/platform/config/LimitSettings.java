package org.macroedge.server.platform.config;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// How much a server takes from each caller and address.
///
/// @param callers requests of each key, or of each subject of a token; null for no limit
/// @param strangers requests without a key or token of each address; null for no limit
/// @param failures keys and tokens of each address that are not accepted; null for no limit
/// @param streams open at a time; null for no limit
/// @param proxies whose header `X-Forwarded-For` says from which address a request comes
public record LimitSettings(
        @Nullable Rate callers,
        @Nullable Rate strangers,
        @Nullable Rate failures,
        @Nullable Streams streams,
        List<AddressRange> proxies) {

    /// How many streams may be open at a time.
    ///
    /// @param ofCaller of each key or subject
    /// @param ofAddress of each address
    public record Streams(int ofCaller, int ofAddress) {}

    /// What a variable says that switches its limit off.
    static final String OFF = "none";

    /// Without any limit.
    public static final LimitSettings NONE = new LimitSettings(null, null, null, null, List.of());

    /// Where callers must say who they are. A page takes about 20 requests, its files 30, and a notebook that
    /// walks through all instruments 30.
    static final LimitSettings SECURED = new LimitSettings(
            new Rate(3_000, 500), new Rate(600, 200), new Rate(10, 20), new Streams(20, 100), List.of());

    private static final int MOST_STREAMS = 5_000;
    private static final Pattern PAIR = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    public LimitSettings {
        proxies = List.copyOf(proxies);
    }

    /// @param usual what counts where a variable is not set
    /// @throws MacroEdgeException with `setting-fault` where a variable cannot be read
    static LimitSettings of(Environment environment, LimitSettings usual) {
        return new LimitSettings(
                Rate.of(environment, Variable.LIMIT_CALLERS, usual.callers),
                Rate.of(environment, Variable.LIMIT_STRANGERS, usual.strangers),
                Rate.of(environment, Variable.LIMIT_FAILURES, usual.failures),
                streams(environment.text(Variable.LIMIT_STREAMS, ""), usual.streams),
                proxies(environment.text(Variable.PROXIES, "")));
    }

    private static @Nullable Streams streams(String text, @Nullable Streams usual) {
        if (text.isEmpty()) {
            return usual;
        }
        if (text.equals(OFF)) {
            return null;
        }
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches() || number(pair, 1) > MOST_STREAMS || number(pair, 2) > MOST_STREAMS) {
            throw SettingMessage.NOT_A_NUMBER_OF_STREAMS.exception(
                    Variable.LIMIT_STREAMS.key(), ShownText.of(text), MOST_STREAMS);
        }
        return new Streams(number(pair, 1), number(pair, 2));
    }

    private static int number(Matcher pair, int group) {
        return Integer.parseInt(pair.group(group));
    }

    private static List<AddressRange> proxies(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(part -> AddressRange.of(part.strip())
                                .orElseThrow(() -> SettingMessage.NOT_A_RANGE.exception(
                                        Variable.PROXIES.key(), ShownText.of(part))))
                        .toList();
    }
}
