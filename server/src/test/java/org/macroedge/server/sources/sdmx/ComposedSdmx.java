package org.macroedge.server.sources.sdmx;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The same figures of two series in the forms of SDMX; composed, with what publishers put around them.
final class ComposedSdmx {

    /// Of both series.
    static final List<String> KEYS = List.of("DS.M.CH.A", "DS.M.NZ.A");

    static final List<String> DIMENSIONS = List.of("FREQ", "REF_AREA", "ITEM");

    /// Months out of order, one zero, one missing, one below zero.
    static final List<Row> ROWS = List.of(
            new Row("CH", "2026-08", "0.25"),
            new Row("CH", "2026-10", "0"),
            new Row("CH", "2026-09", null),
            new Row("NZ", "2026-08", "-1.5"),
            new Row("NZ", "2026-10", "3.125"));

    private static final List<String> AREAS = List.of("CH", "NZ");
    private static final List<String> PERIODS = List.of("2026-08", "2026-10", "2026-09");

    private ComposedSdmx() {}

    /// @param value null where the figure is missing
    record Row(String area, String period, @Nullable String value) {}

    static String csv() {
        return "DATAFLOW,FREQ,REF_AREA,ITEM,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
                + each(row -> "X:DS(1.0),M,%s,A,%s,%s,A%n".formatted(row.area, row.period, or(row.value, "")));
    }

    /// Series over time.
    ///
    /// @param draft without `data` around it, as before version 1.0
    static String json(boolean draft) {
        String body = """
            "dataSets":[{"action":"Information","series":{%s}}],
            "structure":{"dimensions":{
              "dataSet":[{"id":"FREQ","keyPosition":0,"values":[{"id":"M","name":"Monthly"}]}],
              "series":[{"id":"ITEM","keyPosition":2,"values":[{"id":"A"}]},
                        {"id":"REF_AREA","keyPosition":1,"values":[{"id":"CH"},{"id":"NZ"},{"id":"WXOECD"}]}],
              "observation":[{"id":"TIME_PERIOD","values":[{"id":"2026-08"},{"id":"2026-10"},{"id":"2026-09"}]}]}}
            """.formatted(AREAS.stream()
                .map(area -> "\"0:" + AREAS.indexOf(area) + "\":{\"attributes\":[0],\"observations\":{"
                        + observations(area) + "}}")
                .collect(Collectors.joining(",")));
        return draft
                ? "{\"header\":{\"test\":false}," + body + "}"
                : "{\"meta\":{},\"data\":{" + body + "},\"errors\":[]}";
    }

    private static String observations(String area) {
        return ROWS.stream()
                .filter(row -> row.area.equals(area))
                .map(row -> "\"" + PERIODS.indexOf(row.period) + "\":[" + or(row.value, "null") + ",0]")
                .collect(Collectors.joining(","));
    }

    /// Version 2.0, each figure with all its dimensions.
    static String flatJson() {
        return """
            {"meta":{},"data":{"dataSets":[{"observations":{%s}}],
            "structures":[{"dimensions":{"observation":[
              {"id":"FREQ","keyPosition":0,"values":[{"id":"M"}]},
              {"id":"REF_AREA","keyPosition":1,"values":[{"id":"CH"},{"id":"NZ"}]},
              {"id":"ITEM","keyPosition":2,"values":[{"id":"A"}]},
              {"id":"TIME_PERIOD","keyPosition":3,"values":[{"id":"2026-08"},{"id":"2026-10"},{"id":"2026-09"}]}]}}]}}
            """.formatted(ROWS.stream()
                .map(row -> "\"0:" + AREAS.indexOf(row.area) + ":0:" + PERIODS.indexOf(row.period) + "\":["
                        + or(row.value, "null") + "]")
                .collect(Collectors.joining(",")));
    }

    static String genericMl() {
        return ml(
                "GenericData",
                "TIME_PERIOD",
                AREAS.stream()
                        .map(area -> "<g:Series><g:SeriesKey>" + codes(area)
                                + "</g:SeriesKey><g:Attributes><g:Value id=\"DECIMALS\" value=\"2\"/></g:Attributes>"
                                + each(row -> row.area.equals(area)
                                        ? "<g:Obs><g:ObsDimension value=\"" + row.period + "\"/>" + genericValue(row)
                                                + "</g:Obs>\n"
                                        : "")
                                + "</g:Series>")
                        .collect(Collectors.joining()));
    }

    static String flatGenericMl() {
        return ml(
                "GenericData",
                "AllDimensions",
                each(row -> "<g:Obs><g:ObsKey>" + codes(row.area) + "<g:Value id=\"TIME_PERIOD\" value=\"" + row.period
                        + "\"/></g:ObsKey>" + genericValue(row) + "</g:Obs>\n"));
    }

    private static String codes(String area) {
        return "<g:Value id=\"FREQ\" value=\"M\"/><g:Value id=\"REF_AREA\" value=\"" + area
                + "\"/><g:Value id=\"ITEM\" value=\"A\"/>";
    }

    private static String genericValue(Row row) {
        return row.value == null ? "" : "<g:ObsValue value=\"" + row.value + "\"/>";
    }

    /// Its attributes are in another order than the dimensions.
    static String structuredMl() {
        return ml(
                "StructureSpecificTimeSeriesData",
                "TIME_PERIOD",
                AREAS.stream()
                        .map(area -> "<Series ITEM=\"A\" REF_AREA=\"" + area + "\" FREQ=\"M\" DECIMALS=\"2\">\n"
                                + each(row -> row.area.equals(area) ? "<Obs " + structuredValue(row) + "/>\n" : "")
                                + "</Series>")
                        .collect(Collectors.joining()));
    }

    static String flatStructuredMl() {
        return ml(
                "StructureSpecificData",
                "AllDimensions",
                each(row ->
                        "<Obs ITEM=\"A\" REF_AREA=\"" + row.area + "\" FREQ=\"M\" " + structuredValue(row) + "/>\n"));
    }

    private static String structuredValue(Row row) {
        return "TIME_PERIOD=\"" + row.period.replace("-", "-M") + "\""
                + (row.value == null ? "" : " OBS_VALUE=\"" + row.value + "\"");
    }

    private static String ml(String root, String order, String data) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <m:%s xmlns:m="urn:m" xmlns:g="urn:g"><m:Header><m:ID>x</m:ID><m:Structure structureID="S"
            dimensionAtObservation="%s"/><m:DataSetAction>Information</m:DataSetAction></m:Header>
            <m:DataSet action="Replace" structureRef="S">%s</m:DataSet></m:%s>
            """.formatted(root, order, data, root);
    }

    private static String each(Function<Row, String> text) {
        return ROWS.stream().map(text).collect(Collectors.joining());
    }

    private static String or(@Nullable String value, String missing) {
        return value == null ? missing : value;
    }
}
