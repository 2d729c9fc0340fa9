package org.macroedge.server.sources.boc;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads an answer of the Valet interface: one observation for each day, with the series that have a figure of
/// it.
final class BankOfCanadaAnswer {

    private BankOfCanadaAnswer() {}

    static List<Observation> read(Payload payload, List<String> keys) {
        JsonNode answer = JsonFields.read(payload.body());
        for (String key : keys) {
            field(field(answer, "seriesDetail"), key);
        }
        Map<String, Periods> periods = new HashMap<>();
        keys.forEach(key -> periods.put(key, new Periods(key, payload)));
        List<Observation> figures = new ArrayList<>();
        for (JsonNode observation : list(answer, "observations")) {
            LocalDate day = Periods.day(text(observation, "d"));
            observation.propertyNames().stream()
                    .filter(name -> !name.equals("d") && !periods.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw SourceFault.notUnderstood("series " + name + " was not asked for");
                    });
            periods.forEach((key, seen) -> {
                JsonNode value = observation.get(key);
                if (value != null && !field(value, "v").isNull()) {
                    seen.add(day);
                    figures.add(new Observation(key, Frequency.IRREGULAR, day, JsonFields.number(text(value, "v"))));
                }
            });
        }
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }
}
