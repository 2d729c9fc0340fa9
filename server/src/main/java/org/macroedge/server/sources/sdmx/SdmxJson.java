package org.macroedge.server.sources.sdmx;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import tools.jackson.databind.JsonNode;

/// Reads SDMX-JSON: figures by the places of their codes in lists, which stand in the structure of the answer. Reads
/// version 1.0, its draft without `data` around it, and version 2.0 with one structure; series over time, observations
/// over all dimensions, and any other split of the dimensions.
public final class SdmxJson {

    private static final String TIME = "TIME_PERIOD";
    private static final String DELETION = "Delete";

    /// A place in a list is a number of few digits; in a key they stand with colons between them.
    private static final String PLACE = "0|[1-9][0-9]{0,8}";

    private final SdmxFigures figures;
    private final List<Dimension> ofDataset;
    private final List<Dimension> ofSeries;
    private final List<Dimension> ofObservation;

    private SdmxJson(JsonNode structure, SdmxFigures figures) {
        JsonNode dimensions = field(structure, "dimensions");
        this.figures = figures;
        this.ofDataset = dimensions(dimensions, "dataSet");
        this.ofSeries = dimensions(dimensions, "series");
        this.ofObservation = dimensions(dimensions, "observation");
        checkPlaces(List.of(ofDataset, ofSeries, ofObservation));
    }

    /// A dimension with its codes.
    ///
    /// @param place in the name of a series, from 0; -1 of the time, which is not part of it
    private record Dimension(String id, int place, List<String> codes) {

        boolean isTime() {
            return id.equals(TIME);
        }

        String code(int index) {
            if (index >= codes.size()) {
                throw SourceFault.notUnderstood(id + " has no value " + index);
            }
            return codes.get(index);
        }
    }

    /// A dimension's value.
    private record Code(Dimension dimension, String value) {}

    /// The figures of an answer; those that are missing are left out.
    ///
    /// @param keys those that were asked for, all of one dataset
    /// @throws SourceFault where the answer is of another form, deletes figures, has another series, or no figure
    public static List<Observation> read(Payload payload, List<String> keys) {
        JsonNode answer = JsonFields.read(payload.body());
        JsonNode data = answer.has("data") ? field(answer, "data") : answer;
        SdmxFigures figures = new SdmxFigures(payload, keys);
        SdmxJson reader = new SdmxJson(structure(data), figures);
        list(data, "dataSets").forEach(reader::readDataset);
        return figures.all();
    }

    private static JsonNode structure(JsonNode data) {
        if (!data.has("structures")) {
            return field(data, "structure");
        }
        JsonNode structures = list(data, "structures");
        if (structures.size() != 1) {
            throw SourceFault.notUnderstood("it has " + structures.size() + " structures");
        }
        return structures.get(0);
    }

    private static List<Dimension> dimensions(JsonNode all, String level) {
        List<Dimension> dimensions = new ArrayList<>();
        if (all.has(level)) {
            list(all, level).forEach(dimension -> dimensions.add(dimension(dimension)));
        }
        return dimensions;
    }

    private static Dimension dimension(JsonNode node) {
        List<String> codes = new ArrayList<>();
        list(node, "values").forEach(value -> codes.add(text(value, "id")));
        String id = text(node, "id");
        if (id.equals(TIME)) {
            return new Dimension(id, -1, codes);
        }
        JsonNode place = field(node, "keyPosition");
        if (!place.isInt() || place.asInt() < 0) {
            throw SourceFault.notUnderstood("`keyPosition` of " + id + " is not a place");
        }
        return new Dimension(id, place.asInt(), codes);
    }

    /// Each place in the name of a series is taken once, and one dimension is the time.
    private static void checkPlaces(List<List<Dimension>> levels) {
        List<Integer> places = levels.stream()
                .flatMap(List::stream)
                .map(Dimension::place)
                .sorted()
                .toList();
        for (int place = 0; place < places.size(); place++) {
            if (places.get(place) != place - 1) {
                throw SourceFault.notUnderstood("its dimensions do not have places from 0 on and one " + TIME);
            }
        }
        if (places.isEmpty()) {
            throw SourceFault.notUnderstood("it has no dimensions");
        }
    }

    private void readDataset(JsonNode dataset) {
        if (dataset.has("action") && text(dataset, "action").equals(DELETION)) {
            throw SourceFault.notUnderstood("it deletes figures");
        }
        List<Code> codes = codes(ofDataset, "0" + ":0".repeat(Math.max(0, ofDataset.size() - 1)));
        if (dataset.has("series")) {
            for (Map.Entry<String, JsonNode> series : field(dataset, "series").properties()) {
                readObservations(series.getValue(), joined(codes, codes(ofSeries, series.getKey())));
            }
        } else {
            readObservations(dataset, codes);
        }
    }

    private void readObservations(JsonNode parent, List<Code> codes) {
        for (Map.Entry<String, JsonNode> observation :
                field(parent, "observations").properties()) {
            add(joined(codes, codes(ofObservation, observation.getKey())), observation.getValue());
        }
    }

    private static List<Code> joined(List<Code> outer, List<Code> inner) {
        List<Code> all = new ArrayList<>(outer);
        all.addAll(inner);
        return all;
    }

    private static List<Code> codes(List<Dimension> dimensions, String places) {
        List<Code> codes = new ArrayList<>();
        if (dimensions.isEmpty()) {
            return codes;
        }
        String[] parts = places.split(":", -1);
        if (parts.length != dimensions.size()) {
            throw SourceFault.notUnderstood(
                    "\"" + places + "\" is not a place in " + dimensions.size() + " dimensions");
        }
        for (int index = 0; index < parts.length; index++) {
            if (!parts[index].matches(PLACE)) {
                throw SourceFault.notUnderstood("\"" + places + "\" is not a place");
            }
            Dimension dimension = dimensions.get(index);
            codes.add(new Code(dimension, dimension.code(Integer.parseInt(parts[index]))));
        }
        return codes;
    }

    private void add(List<Code> codes, JsonNode observation) {
        String name = codes.stream()
                .filter(code -> !code.dimension().isTime())
                .sorted(Comparator.comparingInt(code -> code.dimension().place()))
                .map(Code::value)
                .collect(Collectors.joining("."));
        figures.add(name, value(codes, SdmxFigures::isFrequency), period(codes), figure(observation));
    }

    private static @Nullable String value(List<Code> codes, Predicate<String> wanted) {
        return codes.stream()
                .filter(code -> wanted.test(code.dimension().id()))
                .map(Code::value)
                .findFirst()
                .orElse(null);
    }

    private static String period(List<Code> codes) {
        String period = value(codes, TIME::equals);
        if (period == null) {
            throw SourceFault.notUnderstood("a figure has no " + TIME);
        }
        return period;
    }

    private static @Nullable String figure(JsonNode observation) {
        if (!observation.isArray() || observation.isEmpty()) {
            throw SourceFault.notUnderstood("an observation is not a list that begins with its figure");
        }
        JsonNode figure = observation.get(0);
        if (figure.isNull()) {
            return null;
        }
        if (!figure.isNumber()) {
            throw SourceFault.notUnderstood("a figure is not a number");
        }
        return figure.decimalValue().toPlainString();
    }
}
