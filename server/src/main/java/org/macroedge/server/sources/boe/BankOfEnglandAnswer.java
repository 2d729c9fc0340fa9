package org.macroedge.server.sources.boe;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import org.macroedge.server.sources.series.XmlReader;

/// Reads the XML of the database: elements `Cube`, of which one with SCODE begins a series, one with FREQ_CODE
/// says how often it comes, and one with TIME and OBS_VALUE is a figure. A month is named by its last day.
final class BankOfEnglandAnswer implements XmlReader.Parts {

    private static final Set<String> ELEMENTS = Set.of("Envelope", "Cube");
    private static final Set<String> OF_A_FIGURE = Set.of("TIME", "OBS_VALUE", "OBS_CONF", "LAST_UPDATED");

    private final Payload payload;
    private final List<String> keys;
    private final List<Observation> figures = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String key;
    private @Nullable Frequency frequency;
    private @Nullable Periods periods;

    private BankOfEnglandAnswer(Payload payload, List<String> keys) {
        this.payload = payload;
        this.keys = keys;
    }

    static List<Observation> read(Payload payload, List<String> keys) {
        BankOfEnglandAnswer answer = new BankOfEnglandAnswer(payload, keys);
        XmlReader.read(payload.body(), "XML of the database", answer);
        if (answer.figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return answer.figures;
    }

    @Override
    public void text(String text, Deque<String> open) {
        throw SourceFault.notUnderstood("it has a text between its elements: " + text);
    }

    @Override
    public void start(XMLStreamReader cube, Deque<String> open) {
        if (!ELEMENTS.contains(cube.getLocalName())) {
            throw SourceFault.notUnderstood("it has an element " + cube.getLocalName());
        }
        String code = cube.getAttributeValue(null, "SCODE");
        if (code != null) {
            begin(code);
        }
        String often = cube.getAttributeValue(null, "FREQ_CODE");
        if (often != null) {
            if (frequency != null) {
                throw SourceFault.notUnderstood("series " + key + " has a second FREQ_CODE");
            }
            frequency = frequency(often);
        }
        String time = cube.getAttributeValue(null, "TIME");
        String value = cube.getAttributeValue(null, "OBS_VALUE");
        if (time != null || value != null) {
            checkAttributes(cube);
            add(time, value);
        }
    }

    /// An attribute that figures do not have is what is left of two that lost what stood between them.
    private static void checkAttributes(XMLStreamReader cube) {
        for (int index = 0; index < cube.getAttributeCount(); index++) {
            if (!OF_A_FIGURE.contains(cube.getAttributeLocalName(index))) {
                throw SourceFault.notUnderstood("a figure has an attribute " + cube.getAttributeLocalName(index));
            }
        }
    }

    private void begin(String code) {
        if (!keys.contains(code) || !seen.add(code)) {
            throw SourceFault.notUnderstood("series " + code + " was not asked for, or comes twice");
        }
        key = code;
        frequency = null;
        periods = new Periods(code, payload);
    }

    private static Frequency frequency(String code) {
        return switch (code) {
            case "D" -> Frequency.IRREGULAR;
            case "M" -> Frequency.MONTHLY;
            default -> throw SourceFault.notUnderstood("FREQ_CODE \"" + code + "\" is neither daily nor monthly");
        };
    }

    private void add(@Nullable String time, @Nullable String value) {
        if (key == null || frequency == null || periods == null || time == null || value == null) {
            throw SourceFault.notUnderstood("a figure has no SCODE, FREQ_CODE, TIME or OBS_VALUE");
        }
        LocalDate first = frequency == Frequency.MONTHLY ? firstOfMonth(Periods.day(time)) : Periods.day(time);
        periods.add(first);
        if (!value.isEmpty()) {
            figures.add(new Observation(key, frequency, first, JsonFields.number(value)));
        }
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        if (!day.equals(YearMonth.from(day).atEndOfMonth())) {
            throw SourceFault.notUnderstood(day + " is not the last day of a month");
        }
        return day.withDayOfMonth(1);
    }
}
