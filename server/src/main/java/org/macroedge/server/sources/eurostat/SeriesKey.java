package org.macroedge.server.sources.eurostat;

import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.vocabulary.Frequency;

/// The name of one series: a dataset, and a code for each of its dimensions but time, as in
/// `une_rt_m/freq=M&s_adj=SA&age=TOTAL&unit=PC_ACT&sex=T&geo=EA21`.
///
/// @param query the codes as the service takes them
/// @param codes by dimension
record SeriesKey(String text, String dataset, String query, Map<String, String> codes) {

    static final String FREQUENCY = "freq";
    private static final String QUARTERLY = "Q";

    SeriesKey {
        codes = Map.copyOf(codes);
    }

    /// @throws IllegalArgumentException where it is not of that form
    static SeriesKey of(String text) {
        int slash = text.indexOf('/');
        Map<String, String> codes = new TreeMap<>();
        for (String pair : text.substring(slash + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (slash < 1 || equals < 1 || codes.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(text + " is not a dataset with a code for each dimension");
            }
        }
        return new SeriesKey(text, text.substring(0, slash), text.substring(slash + 1), codes);
    }

    Frequency frequency() {
        return QUARTERLY.equals(codes.get(FREQUENCY)) ? Frequency.QUARTERLY : Frequency.MONTHLY;
    }
}
