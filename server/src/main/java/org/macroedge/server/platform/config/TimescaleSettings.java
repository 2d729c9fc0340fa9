package org.macroedge.server.platform.config;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.ShownText;

/// What of TimescaleDB a store is to use.
///
/// @param profile null for what the server of the database has
/// @param anyVersion whether the columnstore is used on versions that can return wrong rows from it; for tests
/// @param repairs whether the process moves the store, and makes again what it has lost
public record TimescaleSettings(@Nullable StoreProfile profile, boolean anyVersion, boolean repairs) {

    /// What the server has.
    public static final TimescaleSettings DEFAULT = new TimescaleSettings(null, false);

    static final String ANY_VERSION = "timescale-any-version";

    private static final String AUTO = "auto";

    public TimescaleSettings(@Nullable StoreProfile profile, boolean anyVersion) {
        this(profile, anyVersion, false);
    }

    /// For a process that moves the store.
    public TimescaleSettings repairing() {
        return new TimescaleSettings(profile, anyVersion, true);
    }

    static TimescaleSettings of(Environment environment) {
        String text = environment.text(Variable.TIMESCALE, AUTO);
        if (text.equals(AUTO)) {
            return DEFAULT;
        }
        if (text.equals(ANY_VERSION)) {
            return new TimescaleSettings(StoreProfile.TIMESCALE, true);
        }
        return Coded.find(StoreProfile.class, text)
                .map(profile -> new TimescaleSettings(profile, false))
                .orElseThrow(() -> SettingMessage.NOT_A_PROFILE.exception(
                        Variable.TIMESCALE.key(), ShownText.of(text), allowed()));
    }

    private static String allowed() {
        return Stream.concat(
                        Stream.of(AUTO), Arrays.stream(StoreProfile.values()).map(StoreProfile::code))
                .collect(Collectors.joining(", "));
    }
}
