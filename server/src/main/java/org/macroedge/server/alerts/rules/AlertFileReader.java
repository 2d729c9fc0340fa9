package org.macroedge.server.alerts.rules;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueMessage;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.catalogue.YamlEntry;

/// Reads the file of alerts: what is unknown or out of its range is a fault with its line, never ignored.
final class AlertFileReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String ID_WORDS = "an id of at most 40 lower-case letters, digits and hyphens";

    /// With more, no score could turn a label of strength.
    private static final double MOST_POINTS_OF_LABEL = 12;
    private static final double MOST_POINTS_OF_FLIP = 40;
    private static final int MOST_MINUTES = 1_440;
    private static final String MINUTES = "a whole number of minutes from 0 to " + MOST_MINUTES;
    /// A z is clipped there.
    private static final double MOST_SIGMAS = 4;
    private static final double MOST_REVISION = 100;
    private static final double MOST_HOURS = 8_760;
    private static final double LEAST = 0.01;

    private final Catalogue catalogue;
    private final ChannelReader channels;

    AlertFileReader(Catalogue catalogue, ChannelSecrets secrets) {
        this.catalogue = catalogue;
        this.channels = new ChannelReader(secrets);
    }

    /// @throws CatalogueException with the first fault
    AlertFile read(Path file) {
        YamlEntry root = YamlDocument.read(file);
        root.only(List.of("channels", "rules"));
        List<AlertChannel> read = list(root, "channels", channels::read, AlertChannel::id);
        Set<String> ids = read.stream().map(AlertChannel::id).collect(Collectors.toSet());
        List<AlertRule> rules = list(root, "rules", entry -> rule(entry, read, ids), AlertRule::id);
        return new AlertFile(rules, read);
    }

    private static <T> List<T> list(YamlEntry root, String field, Function<YamlEntry, T> read, Function<T, String> id) {
        List<T> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (YamlEntry entry : root.field(field).entries()) {
            T item = read.apply(entry);
            if (!taken.add(id.apply(item))) {
                throw entry.field("id").failure(CatalogueMessage.DUPLICATE_ID, id.apply(item));
            }
            items.add(item);
        }
        return items;
    }

    static String id(YamlEntry entry) {
        return entry.as(text -> matching(ID, text), ID_WORDS);
    }

    static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private AlertRule rule(YamlEntry entry, List<AlertChannel> known, Set<String> ids) {
        AlertKind kind = entry.field("kind").code(AlertKind.class);
        entry.only(fields(kind));
        List<String> chosen = entry.optional("channels", list -> channels(list, ids));
        return new AlertRule(
                id(entry.field("id")),
                kind,
                scope(entry),
                level(entry, kind),
                dwell(entry, kind),
                chosen == null ? known.stream().map(AlertChannel::id).toList() : chosen);
    }

    private static List<String> fields(AlertKind kind) {
        List<String> fields = new ArrayList<>(List.of("id", "kind", "channels"));
        if (kind.isOfLabels()) {
            fields.addAll(List.of("instrument", "points", "minutes"));
        }
        if (kind.isOfReleases()) {
            fields.addAll(List.of("indicator", "region"));
        }
        switch (kind) {
            case SURPRISE, REVISION -> fields.add("sigmas");
            case STALE_SOURCE -> fields.add("hours");
            case REGIME -> fields.add("region");
            default -> {}
        }
        return fields;
    }

    private static List<String> channels(YamlEntry list, Set<String> ids) {
        List<String> chosen = new ArrayList<>();
        for (YamlEntry entry : list.entries()) {
            String id = entry.text();
            if (!ids.contains(id)) {
                throw entry.failure(CatalogueMessage.UNKNOWN_ID, "channel", id);
            }
            if (chosen.contains(id)) {
                throw entry.failure(CatalogueMessage.DUPLICATE_ID, id);
            }
            chosen.add(id);
        }
        return chosen;
    }

    private AlertScope scope(YamlEntry entry) {
        YamlEntry region = entry.fields().get("region");
        if (region != null && entry.fields().containsKey("indicator")) {
            throw region.failure(CatalogueMessage.INVALID_ENTRY, "a rule has an indicator or a region, not both");
        }
        return new AlertScope(
                entry.optional("instrument", this::instrument),
                entry.optional("indicator", this::indicator),
                region == null ? null : region.code(Region.class));
    }

    private String instrument(YamlEntry entry) {
        String id = entry.text();
        if (catalogue
                .instrument(id)
                .filter(found -> found.id().value().equals(id))
                .isEmpty()) {
            throw entry.failure(CatalogueMessage.UNKNOWN_ID, "instrument", id);
        }
        return id;
    }

    private String indicator(YamlEntry entry) {
        String id = entry.text();
        if (catalogue
                .indicator(id)
                .filter(found -> found.id().value().equals(id))
                .isEmpty()) {
            throw entry.failure(CatalogueMessage.UNKNOWN_ID, "indicator", id);
        }
        return id;
    }

    private static double level(YamlEntry entry, AlertKind kind) {
        return switch (kind) {
            case FLIP -> number(entry.field("points"), 0, MOST_POINTS_OF_FLIP);
            case LABEL -> number(entry.field("points"), 0, MOST_POINTS_OF_LABEL);
            case SURPRISE -> number(entry.field("sigmas"), LEAST, MOST_SIGMAS);
            case REVISION -> number(entry.field("sigmas"), LEAST, MOST_REVISION);
            case STALE_SOURCE -> number(entry.field("hours"), LEAST, MOST_HOURS);
            case LATE, JOB_FAILED, SUSPECT, REGIME -> 0;
        };
    }

    private static Duration dwell(YamlEntry entry, AlertKind kind) {
        return kind.isOfLabels() ? entry.field("minutes").as(AlertFileReader::minutes, MINUTES) : Duration.ZERO;
    }

    private static Duration minutes(String text) {
        int minutes = Integer.parseInt(text);
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(text);
        }
        return Duration.ofMinutes(minutes);
    }

    private static double number(YamlEntry entry, double least, double most) {
        String expected = "a number from " + shown(least) + " to " + shown(most);
        return entry.as(
                text -> {
                    double value = new BigDecimal(text).doubleValue();
                    if (!(value >= least && value <= most)) {
                        throw new IllegalArgumentException(text);
                    }
                    return value;
                },
                expected);
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
