package org.macroedge.server.platform.query;

import java.util.Locale;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Resolves an id as a user writes it. It keeps only characters that an id can contain, so that the id fits into an
/// address and gets the same answer with a server and without.
public final class ResolvedId {

    private ResolvedId() {}

    /// `EUR/USD` and `eur-usd` mean EURUSD.
    public static String instrument(String text) {
        return orDash("instrument", text, text.replaceAll("[^A-Za-z0-9]", ""), "EURUSD");
    }

    /// `us nonfarm payrolls` means us-nonfarm-payrolls, and `uk-` means `gb-`.
    public static String indicator(String text) {
        return orDash(
                "indicator", text, text.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("^(?i)uk-", "gb-"), "us-cpi-mom");
    }

    /// The code of a region in upper case. Everybody writes UK, and its code is GB.
    public static String region(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return code.equals("UK") ? "GB" : code;
    }

    /// `eur inflation` means EUR-inflation; the answer knows upper and lower case.
    public static String index(String text) {
        return orDash("index", text, text.strip().replaceAll("[^A-Za-z0-9]+", "-"), "EUR-inflation");
    }

    /// The id of a release has an at sign before its date, and may have a number after a dot.
    public static String release(String text) {
        return orDash(
                "release", text, text.strip().replaceAll("[^A-Za-z0-9@.]+", "-"), "us-nonfarm-payrolls@2021-09-03");
    }

    /// The name of a job has underscores, and may have a region after a dot.
    public static String job(String text) {
        return orDash("job", text, text.strip().replaceAll("[^A-Za-z0-9_.-]+", "-"), "bias_engine");
    }

    /// The id of a channel of alerts has letters, digits and hyphens.
    public static String channel(String text) {
        return orDash("channel", text, text.strip().replaceAll("[^A-Za-z0-9-]+", "-"), "desk");
    }

    /// The id of a weight set has letters, digits and hyphens.
    public static String weightSet(String text) {
        return orDash("weight set", text, text.strip().replaceAll("[^A-Za-z0-9-]+", "-"), "default");
    }

    /// The id of a key is the part between `me_` and the next underscore, so that a whole key means its own id.
    public static String key(String text) {
        String id = text.strip().replaceFirst("^me_", "").replaceFirst("_.*$", "");
        return orDash("id", text, id.replaceAll("[^A-Za-z0-9]+", "-"), "1f3a9c02");
    }

    /// @throws MacroEdgeException with `invalid-request` where the text is blank
    private static String orDash(String name, String text, String id, String example) {
        if (text.isBlank()) {
            throw InvalidValue.of(name, text, "its id", example);
        }
        return id.isEmpty() ? "-" : id;
    }
}
