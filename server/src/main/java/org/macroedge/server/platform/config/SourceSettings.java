package org.macroedge.server.platform.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Which sources are asked, where, and with which keys.
///
/// @param only the sources that may be asked; null for all
/// @param addresses in place of the publishers' own, by source
/// @param keys by the name of their variable
/// @param accepted the variables by which the user accepts terms of use, where they do
/// @param place where further keys are; null where there is none
public record SourceSettings(
        @Nullable List<String> only,
        Map<String, URI> addresses,
        Map<Variable, String> keys,
        Set<Variable> accepted,
        @Nullable KeyPlace place) {

    /// Every source at its own address, without a key.
    public static final SourceSettings DEFAULT = new SourceSettings(null, Map.of(), Map.of());

    /// The variables of keys, each with that of the file which can hold it instead.
    private static final Map<Variable, Variable> KEYS = new EnumMap<>(Map.of(
            Variable.BLS_KEY, Variable.BLS_KEY_FILE,
            Variable.BEA_KEY, Variable.BEA_KEY_FILE,
            Variable.CENSUS_KEY, Variable.CENSUS_KEY_FILE,
            Variable.FINNHUB_KEY, Variable.FINNHUB_KEY_FILE,
            Variable.FMP_KEY, Variable.FMP_KEY_FILE,
            Variable.FRED_KEY, Variable.FRED_KEY_FILE,
            Variable.STOOQ_KEY, Variable.STOOQ_KEY_FILE,
            Variable.TRADINGECONOMICS_KEY, Variable.TRADINGECONOMICS_KEY_FILE));

    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final String ACCEPTED = "accepted";
    private static final long LONGEST_KEY = 1_000;

    public SourceSettings {
        only = only == null ? null : List.copyOf(only);
        addresses = Map.copyOf(addresses);
        keys = Map.copyOf(keys);
        accepted = Set.copyOf(accepted);
    }

    /// Without any terms accepted.
    public SourceSettings(@Nullable List<String> only, Map<String, URI> addresses, Map<Variable, String> keys) {
        this(only, addresses, keys, Set.of());
    }

    /// Without another place for keys.
    public SourceSettings(
            @Nullable List<String> only,
            Map<String, URI> addresses,
            Map<Variable, String> keys,
            Set<Variable> accepted) {
        this(only, addresses, keys, accepted, null);
    }

    /// @throws MacroEdgeException with `setting-fault` where a value is not valid
    static SourceSettings of(Environment environment) {
        Map<Variable, String> keys = new TreeMap<>();
        KEYS.forEach((variable, file) -> key(environment, variable, file).ifPresent(key -> keys.put(variable, key)));
        return new SourceSettings(
                only(environment.text(Variable.SOURCES, ALL)),
                addresses(environment.text(Variable.SOURCE_ADDRESSES, "")),
                keys,
                accepted(environment, Variable.FRED_TERMS, Variable.YAHOO_TERMS),
                KeyPlace.of(environment));
    }

    private static Set<Variable> accepted(Environment environment, Variable... terms) {
        return Arrays.stream(terms)
                .filter(variable -> isAccepted(environment, variable))
                .collect(Collectors.toSet());
    }

    private static boolean isAccepted(Environment environment, Variable terms) {
        String text = environment.text(terms, "");
        if (!text.isEmpty() && !text.equals(ACCEPTED)) {
            throw SettingMessage.NOT_ACCEPTED.exception(terms.key(), text, ACCEPTED);
        }
        return text.equals(ACCEPTED);
    }

    private static @Nullable List<String> only(String text) {
        return switch (text) {
            case ALL -> null;
            case NONE -> List.of();
            default -> Arrays.stream(text.split(",")).map(String::strip).toList();
        };
    }

    private static Map<String, URI> addresses(String text) {
        Map<String, URI> addresses = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = pair.indexOf('=');
            String address = pair.substring(equals + 1).strip();
            if (equals < 1 || !address.matches("https?://[^\\s?#@]+")) {
                throw SettingMessage.NOT_ADDRESSES.exception(Variable.SOURCE_ADDRESSES.key());
            }
            addresses.put(pair.substring(0, equals).strip(), URI.create(address));
        }
        return addresses;
    }

    /// A key is remembered, so that no message shows it.
    private static Optional<String> key(Environment environment, Variable variable, Variable file) {
        String key = environment.text(variable, "");
        String path = environment.text(file, "");
        if (!key.isEmpty() && !path.isEmpty()) {
            throw SettingMessage.KEY_TWICE.exception(variable.key(), file.key());
        }
        if (!path.isEmpty()) {
            key = read(file, path);
        }
        if (!key.isEmpty() && !isKey(key)) {
            throw SettingMessage.NOT_A_KEY.exception(path.isEmpty() ? variable.key() : file.key());
        }
        Secrets.keep(key);
        return Optional.of(key).filter(given -> !given.isEmpty());
    }

    /// Whether a text can be a key.
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_KEY
                && text.chars().allMatch(letter -> letter > ' ' && letter <= '~');
    }

    private static String read(Variable file, String path) {
        try {
            if (Files.size(Path.of(path)) > LONGEST_KEY) {
                throw SettingMessage.NOT_A_KEY.exception(file.key());
            }
            return Files.readString(Path.of(path)).strip();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw SettingMessage.UNREADABLE_KEY.causedBy(unreadable, file.key(), path);
        }
    }

    /// These settings, if they name only sources that exist.
    ///
    /// @param known the ids of all sources
    /// @throws MacroEdgeException with `setting-fault` for another: its misspelt source would silently stay off
    public SourceSettings checked(Collection<String> known) {
        check(Variable.SOURCES, only == null ? List.of() : only, known);
        check(Variable.SOURCE_ADDRESSES, addresses.keySet(), known);
        return this;
    }

    private static void check(Variable variable, Collection<String> named, Collection<String> known) {
        named.stream().filter(source -> !known.contains(source)).findFirst().ifPresent(source -> {
            throw SettingMessage.UNKNOWN_SOURCE.exception(
                    variable.key(), ShownText.of(source), String.join(", ", new TreeSet<>(known)));
        });
    }

    /// Whether a source may be asked.
    public boolean allows(String source) {
        return only == null || only.contains(source);
    }

    /// The key of a variable, if it is set.
    public Optional<String> key(Variable variable) {
        return Optional.ofNullable(keys.get(variable));
    }

    /// Whether the user has accepted the terms of a variable.
    public boolean accepts(Variable terms) {
        return accepted.contains(terms);
    }

    /// Leaves the keys out.
    @Override
    public String toString() {
        return "SourceSettings[only=" + only + ", addresses=" + addresses + ", keys=" + keys.keySet() + ", accepted="
                + accepted + ", place=" + place + "]";
    }
}
