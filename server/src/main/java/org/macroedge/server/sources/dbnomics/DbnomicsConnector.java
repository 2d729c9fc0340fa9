package org.macroedge.server.sources.dbnomics;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Asks version 22 of the interface for each series with its observations. A series is named by its provider, dataset
/// and code, with slashes between them. Periods and figures stand in two lists of one length.
record DbnomicsConnector(SourceContract contract) implements SeriesConnector {

    static final String ID = "dbnomics";

    private static final String NOT_AVAILABLE = "NA";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of consumer prices, as it mirrors them of others",
            URI.create("https://api.db.nomics.world/v22/series"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute; one series a request",
            Duration.ofMinutes(30),
            null,
            false,
            false);

    static DbnomicsConnector of() {
        return new DbnomicsConnector(CONTRACT);
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        return keys.stream()
                .map(key -> new Asked(
                        FetchRequest.get(
                                ID,
                                key,
                                URI.create(access.address() + "/" + key + "?observations=1"),
                                "application/json"),
                        List.of(key)))
                .toList();
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        JsonNode series = list(field(JsonFields.read(payload.body()), "series"), "docs");
        if (series.isEmpty()) {
            throw SourceFault.noRows();
        }
        if (series.size() != 1) {
            throw SourceFault.notUnderstood("it has " + series.size() + " series");
        }
        List<Observation> figures = figures(key(series.get(0), keys), series.get(0), payload);
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private static String key(JsonNode series, List<String> keys) {
        String key =
                text(series, "provider_code") + "/" + text(series, "dataset_code") + "/" + text(series, "series_code");
        if (!keys.contains(key)) {
            throw SourceFault.notUnderstood(key + " was not asked for");
        }
        return key;
    }

    private static List<Observation> figures(String key, JsonNode series, Payload payload) {
        Frequency frequency = frequency(text(series, "@frequency"));
        JsonNode periods = list(series, "period");
        JsonNode values = list(series, "value");
        if (periods.size() != values.size()) {
            throw SourceFault.notUnderstood(periods.size() + " periods have " + values.size() + " figures");
        }
        Periods seen = new Periods(key, payload);
        List<Observation> figures = new ArrayList<>();
        for (int index = 0; index < periods.size(); index++) {
            if (!periods.get(index).isString()) {
                throw SourceFault.notUnderstood("a period is not a text");
            }
            LocalDate first = Periods.firstDay(periods.get(index).asString(), frequency);
            seen.add(first);
            String figure = figure(values.get(index));
            if (figure != null) {
                figures.add(new Observation(key, frequency, first, JsonFields.number(figure)));
            }
        }
        return figures;
    }

    private static Frequency frequency(String name) {
        return switch (name) {
            case "monthly" -> Frequency.MONTHLY;
            case "quarterly" -> Frequency.QUARTERLY;
            default -> throw SourceFault.notUnderstood("frequency \"" + name + "\"");
        };
    }

    private static @Nullable String figure(JsonNode value) {
        if (value.isNull() || value.isString() && value.asString().equals(NOT_AVAILABLE)) {
            return null;
        }
        if (!value.isNumber()) {
            throw SourceFault.notUnderstood("a figure is not a number");
        }
        return value.decimalValue().toPlainString();
    }
}
