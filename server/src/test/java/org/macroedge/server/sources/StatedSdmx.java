package org.macroedge.server.sources;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures that stand in an answer in SDMX-JSON or SDMX-ML, as a reader of whole documents finds them that shares
/// nothing with the connectors and accepts more than these.
public final class StatedSdmx {

    private static final String TIME = "TIME_PERIOD";

    private StatedSdmx() {}

    /// How an answer is written.
    public enum Form {
        JSON,
        GENERIC,
        STRUCTURED
    }

    /// @param codes by their places in the key
    private record Row(Map<Integer, String> codes, String period, String value) {}

    /// @param dimensions in the order of the keys
    public static List<String> of(Form form, String dataset, List<String> dimensions, byte[] body) {
        List<Row> rows = switch (form) {
            case JSON -> json(body);
            case GENERIC -> generic(body);
            case STRUCTURED -> structured(body, dimensions);
        };
        return rows.stream()
                .filter(row -> !row.value.isEmpty() && !row.value.equals("NaN") && !row.value.equals("null"))
                .map(row -> StatedFigures.sdmx(
                        dataset + "." + String.join(".", row.codes.values()),
                        row.codes.get(dimensions.indexOf("FREQ")),
                        row.period.replace("-M", "-"),
                        row.value))
                .toList();
    }

    private static List<Row> json(byte[] body) {
        JsonNode data = JsonMapper.shared().readTree(body).path("data");
        JsonNode structure = data.has("structures") ? data.path("structures").get(0) : data.path("structure");
        JsonNode levels = structure.path("dimensions");
        List<Row> rows = new ArrayList<>();
        for (JsonNode dataset : data.path("dataSets")) {
            Map<Integer, String> outer = coded(levels.path("dataSet"), "0");
            dataset.path("series").properties().forEach(series -> {
                Map<Integer, String> codes = new TreeMap<>(outer);
                codes.putAll(coded(levels.path("series"), series.getKey()));
                rows.addAll(observed(levels, series.getValue(), codes));
            });
            rows.addAll(observed(levels, dataset, outer));
        }
        return rows;
    }

    private static List<Row> observed(JsonNode levels, JsonNode parent, Map<Integer, String> outer) {
        List<Row> rows = new ArrayList<>();
        parent.path("observations").properties().forEach(observation -> {
            Map<Integer, String> codes = new TreeMap<>(outer);
            codes.putAll(coded(levels.path("observation"), observation.getKey()));
            String period = codes.remove(Integer.MAX_VALUE);
            JsonNode value = observation.getValue().get(0);
            rows.add(new Row(
                    codes, period, value.isNull() ? "" : value.decimalValue().toPlainString()));
        });
        return rows;
    }

    /// By their places; the time stands last.
    private static Map<Integer, String> coded(JsonNode dimensions, String places) {
        Map<Integer, String> codes = new TreeMap<>();
        for (int index = 0; index < dimensions.size(); index++) {
            JsonNode dimension = dimensions.get(index);
            int place = Integer.parseInt(places.split(":")[index]);
            boolean isTime = dimension.path("id").asString().equals(TIME);
            codes.put(
                    isTime ? Integer.MAX_VALUE : dimension.path("keyPosition").asInt(),
                    dimension.path("values").get(place).path("id").asString());
        }
        return codes;
    }

    private static List<Row> generic(byte[] body) {
        List<Row> rows = new ArrayList<>();
        for (Element observation : elements(document(body), "Obs")) {
            Map<Integer, String> codes = new TreeMap<>();
            String period = "";
            String value = "";
            List<Element> keys = new ArrayList<>(elements((Element) observation.getParentNode(), "SeriesKey"));
            keys.addAll(elements(observation, "ObsKey"));
            for (Element key : keys) {
                for (Element code : elements(key, "Value")) {
                    if (code.getAttribute("id").equals(TIME)) {
                        period = code.getAttribute("value");
                    } else {
                        codes.put(codes.size(), code.getAttribute("value"));
                    }
                }
            }
            for (Element time : elements(observation, "ObsDimension")) {
                period = time.getAttribute("value");
            }
            for (Element figure : elements(observation, "ObsValue")) {
                value = figure.getAttribute("value");
            }
            rows.add(new Row(codes, period, value));
        }
        return rows;
    }

    private static List<Row> structured(byte[] body, List<String> dimensions) {
        List<Row> rows = new ArrayList<>();
        for (Element observation : elements(document(body), "Obs")) {
            Map<Integer, String> codes = new TreeMap<>();
            Element series = (Element) observation.getParentNode();
            for (String dimension : dimensions) {
                Element holder = observation.hasAttribute(dimension) ? observation : series;
                codes.put(codes.size(), holder.getAttribute(dimension));
            }
            rows.add(new Row(codes, observation.getAttribute(TIME), observation.getAttribute("OBS_VALUE")));
        }
        return rows;
    }

    private static Element document(byte[] body) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }
}
