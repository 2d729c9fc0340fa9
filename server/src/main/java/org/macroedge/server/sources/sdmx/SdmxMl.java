package org.macroedge.server.sources.sdmx;

import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.XmlReader;

/// Reads SDMX-ML 2.1: generic data, whose elements say which dimension they are, and structure-specific data, whose
/// attributes are named as the dimensions are. Figures run over time, or each stands with all its dimensions; any other
/// order (cross-sectional) is refused. A period without a figure is left out.
public final class SdmxMl implements XmlReader.Parts {

    private static final String TIME = "TIME_PERIOD";
    private static final String ALL = "AllDimensions";
    private static final String DATASET = "DataSet";
    private static final String SERIES = "Series";
    private static final String SERIES_KEY = "SeriesKey";
    private static final String OBSERVATION = "Obs";
    private static final String OBSERVATION_KEY = "ObsKey";
    private static final String VALUE = "Value";
    private static final String DELETION = "Delete";

    /// What may stand in an element of the data: another name is one that lost a letter.
    private static final Map<String, Set<String>> WITHIN = Map.of(
            DATASET,
            Set.of("Attributes", "Group", SERIES, OBSERVATION, "Annotations"),
            "Group",
            Set.of("GroupKey", "Attributes", "Annotations"),
            SERIES,
            Set.of(SERIES_KEY, "Attributes", OBSERVATION, "Annotations"),
            OBSERVATION,
            Set.of("ObsDimension", OBSERVATION_KEY, "ObsValue", "Attributes", "Annotations"),
            "GroupKey",
            Set.of(VALUE),
            SERIES_KEY,
            Set.of(VALUE),
            OBSERVATION_KEY,
            Set.of(VALUE),
            "Attributes",
            Set.of(VALUE));

    private final SdmxFigures figures;
    private final List<String> dimensions;
    private final Map<String, String> ofSeries = new LinkedHashMap<>();
    private final Map<String, String> ofObservation = new LinkedHashMap<>();
    private boolean isStructured;
    private @Nullable String period;
    private @Nullable String value;

    private SdmxMl(SdmxFigures figures, List<String> dimensions) {
        this.figures = figures;
        this.dimensions = dimensions;
    }

    /// The figures of an answer in generic data.
    ///
    /// @param keys those that were asked for, all of one dataset
    /// @throws SourceFault where the answer is of another form, deletes figures, has another series, or no figure
    public static List<Observation> read(Payload payload, List<String> keys) {
        return read(payload, keys, List.of());
    }

    /// The figures of an answer in generic or structure-specific data.
    ///
    /// @param dimensions their names in the order of the keys, which structure-specific data do not tell
    static List<Observation> read(Payload payload, List<String> keys, List<String> dimensions) {
        SdmxFigures figures = new SdmxFigures(payload, keys);
        XmlReader.read(payload.body(), "SDMX-ML 2.1", new SdmxMl(figures, dimensions));
        return figures.all();
    }

    @Override
    public void start(XMLStreamReader element, Deque<String> open) {
        String name = element.getLocalName();
        if (open.isEmpty()) {
            isStructured = isStructured(name);
        }
        checkPlace(name, open);
        switch (name) {
            case "Structure" -> checkOrder(element.getAttributeValue(null, "dimensionAtObservation"));
            case DATASET -> checkAction(element.getAttributeValue(null, "action"));
            case SERIES -> begin(ofSeries, element);
            case OBSERVATION -> beginObservation(element);
            case VALUE -> take(element, open);
            case "ObsDimension" -> {
                checkTime(element.getAttributeValue(null, "id"));
                period = once(period, element);
            }
            case "ObsValue" -> value = once(value, element);
            default -> {}
        }
    }

    private boolean isStructured(String root) {
        if (root.startsWith("StructureSpecific") && !dimensions.isEmpty()) {
            return true;
        }
        if (root.startsWith("Generic")) {
            return false;
        }
        throw SourceFault.notUnderstood("it begins with " + root + ", not with data of SDMX-ML 2.1");
    }

    private static void checkPlace(String name, Deque<String> open) {
        Set<String> allowed = open.isEmpty() ? null : WITHIN.get(open.peek());
        if (allowed != null && open.contains(DATASET) && !allowed.contains(name)) {
            throw SourceFault.notUnderstood("it has an element " + name + " in " + open.peek());
        }
    }

    private static void checkOrder(@Nullable String dimension) {
        if (dimension != null && !dimension.equals(TIME) && !dimension.equals(ALL)) {
            throw SourceFault.notUnderstood("its figures run over " + dimension + ", not over time");
        }
    }

    private static void checkAction(@Nullable String action) {
        if (DELETION.equals(action)) {
            throw SourceFault.notUnderstood("it deletes figures");
        }
    }

    private static void checkTime(@Nullable String dimension) {
        if (dimension != null && !dimension.equals(TIME)) {
            throw SourceFault.notUnderstood("a figure stands at " + dimension + ", not at a time");
        }
    }

    private void begin(Map<String, String> target, XMLStreamReader element) {
        target.clear();
        if (isStructured) {
            for (int index = 0; index < element.getAttributeCount(); index++) {
                target.put(element.getAttributeLocalName(index), element.getAttributeValue(index));
            }
        }
    }

    private void beginObservation(XMLStreamReader element) {
        begin(ofObservation, element);
        period = null;
        value = null;
    }

    private void take(XMLStreamReader element, Deque<String> open) {
        Map<String, String> target = switch (String.valueOf(open.peek())) {
            case SERIES_KEY -> ofSeries;
            case OBSERVATION_KEY -> ofObservation;
            default -> null;
        };
        if (target != null && target.put(attribute(element, "id"), attribute(element, "value")) != null) {
            throw SourceFault.notUnderstood("a series has " + attribute(element, "id") + " twice");
        }
    }

    private static String once(@Nullable String before, XMLStreamReader element) {
        if (before != null) {
            throw SourceFault.notUnderstood("a figure has " + element.getLocalName() + " twice");
        }
        return attribute(element, "value");
    }

    private static String attribute(XMLStreamReader element, String name) {
        String text = element.getAttributeValue(null, name);
        if (text == null) {
            throw SourceFault.notUnderstood("an element " + element.getLocalName() + " has no `" + name + "`");
        }
        return text;
    }

    @Override
    public void text(String text, Deque<String> open) {
        if (DELETION.equals(text) && "DataSetAction".equals(open.peek())) {
            checkAction(text);
        }
        if (open.contains(DATASET) && !open.contains("Annotations")) {
            throw SourceFault.notUnderstood("it has a text between its elements: " + text);
        }
    }

    @Override
    public void end(String name) {
        if (name.equals(OBSERVATION)) {
            add();
        } else if (name.equals(SERIES)) {
            ofSeries.clear();
        }
    }

    private void add() {
        Map<String, String> codes = new LinkedHashMap<>(ofSeries);
        codes.putAll(ofObservation);
        String time = isStructured || period == null ? ofObservation.get(TIME) : period;
        if (time == null) {
            throw SourceFault.notUnderstood("a figure has no " + TIME);
        }
        String frequency = codes.entrySet().stream()
                .filter(code -> SdmxFigures.isFrequency(code.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        figures.add(name(codes), frequency, time, isStructured ? codes.get("OBS_VALUE") : value);
    }

    private String name(Map<String, String> codes) {
        if (isStructured) {
            return dimensions.stream().map(codes::get).map(String::valueOf).collect(Collectors.joining("."));
        }
        return codes.entrySet().stream()
                .filter(code -> !code.getKey().equals(TIME))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("."));
    }
}
