package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The names that a broker gives to instruments.
///
/// @param byInstrument by the id of the instrument in upper case
/// @param suffix behind the id of every other instrument
public record BrokerSymbols(Map<String, String> byInstrument, String suffix) {

    /// The form of a list of names.
    public static final String FORM =
            "^[A-Za-z0-9]{1,32}:[A-Za-z0-9._#!&+$^-]{1,32}(?:,[A-Za-z0-9]{1,32}:[A-Za-z0-9._#!&+$^-]{1,32})*$";

    /// What is accepted as a list of names, in words.
    public static final String WORDS = "instruments, each with a colon and its symbol, and commas between them";

    /// The form of a suffix.
    public static final String SUFFIX_FORM = "^[A-Za-z0-9._#!&+$^-]{1,16}$";

    /// What is accepted as a suffix, in words.
    public static final String SUFFIX_WORDS = "up to 16 letters, digits or characters of ._#!&+$^-";

    /// The ids as they are.
    public static final BrokerSymbols NONE = new BrokerSymbols(Map.of(), "");

    static final int LONGEST = 4_000;
    static final String EXAMPLE = "EURUSD:EURUSD.r,XAUUSD:GOLD";
    static final String SUFFIX_EXAMPLE = ".r";

    public BrokerSymbols {
        byInstrument = Map.copyOf(byInstrument);
    }

    /// @param list null for none
    /// @param suffix null for none
    /// @throws MacroEdgeException with `invalid-request` where a text has another form or an instrument comes twice
    public static BrokerSymbols of(FormNames names, @Nullable String list, @Nullable String suffix) {
        if (list != null && list.length() > LONGEST) {
            throw InvalidValue.tooLong(names.symbols(), LONGEST);
        }
        if (list != null && !list.matches(FORM)) {
            throw InvalidValue.of(names.symbols(), list, WORDS, EXAMPLE);
        }
        if (suffix != null && !suffix.matches(SUFFIX_FORM)) {
            throw InvalidValue.of(names.symbolSuffix(), suffix, SUFFIX_WORDS, SUFFIX_EXAMPLE);
        }
        Map<String, String> byInstrument = new TreeMap<>();
        for (String entry : list == null ? List.<String>of() : Arrays.asList(list.split(","))) {
            String instrument = entry.substring(0, entry.indexOf(':')).toUpperCase(Locale.ROOT);
            if (byInstrument.put(instrument, entry.substring(instrument.length() + 1)) != null) {
                throw InvalidValue.of(names.symbols(), entry, "each instrument once", EXAMPLE);
            }
        }
        return new BrokerSymbols(byInstrument, suffix == null ? "" : suffix);
    }

    /// The symbol of an instrument.
    String of(String id) {
        String symbol = byInstrument.get(id.toUpperCase(Locale.ROOT));
        return symbol == null ? id + suffix : symbol;
    }

    /// The instruments that have a name of their own.
    public Collection<String> instruments() {
        return byInstrument.keySet();
    }

    /// A text that is the same only where the names are.
    @Override
    public String toString() {
        return new TreeMap<>(byInstrument) + suffix;
    }
}
