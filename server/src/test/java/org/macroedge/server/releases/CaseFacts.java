package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;

/// The stored facts of a case, which a table writes as a short text.
///
/// Facts are separated by semicolons, their parts by blanks. A fact is `date source kind instant-or-value`, where the
/// date is that of the release id, and `gone` before it says that it is retracted. It may have parts like `actual=235`.
/// The value `-` is that of a withdrawn forecast. A schedule with `off=2021-08-20T10:00:00Z` was called off then by a
/// person.
public final class CaseFacts {

    private final String indicator;
    private final StoredFacts inForce = empty();
    private final StoredFacts gone = empty();
    private final Set<ReleaseId> ids = new TreeSet<>();
    private final Map<Long, ReleaseVerdict> verdicts = new HashMap<>();
    private int facts;

    /// @param indicator the id of the indicator of every fact
    public CaseFacts(String indicator, @Nullable String text) {
        this.indicator = indicator;
        parts(text).forEach(this::add);
    }

    private static StoredFacts empty() {
        return new StoredFacts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// The facts that no batch retracted, in the order of the text.
    public StoredFacts inForce() {
        return inForce;
    }

    /// What is known where the facts in force are all that is stored, and what a person stated about schedules.
    public KnownReleases known(Catalogue catalogue) {
        return new ReleaseAssembler(
                        inForce.prints().stream(),
                        inForce.schedules().stream(),
                        inForce.forecasts().stream(),
                        verdicts,
                        catalogue)
                .known(Instant.EPOCH, false);
    }

    /// The retracted facts, in the order of the text.
    public StoredFacts gone() {
        return gone;
    }

    /// The ids of all releases.
    public List<ReleaseId> ids() {
        return List.copyOf(ids);
    }

    private void add(List<String> written) {
        boolean retracted = written.getFirst().equals("gone");
        List<String> parts = retracted ? written.subList(1, written.size()) : written;
        StoredFacts target = retracted ? gone : inForce;
        Map<String, String> named = named(parts);
        ReleaseId id = new ReleaseId(indicator + "@" + parts.getFirst());
        String source = parts.get(1);
        String value = parts.get(3);
        ids.add(id);
        facts++;
        switch (parts.get(2)) {
            case "print" -> target.prints().add(print(id, source, Instant.parse(value), named));
            case "schedule" -> {
                target.schedules().add(schedule(id, source, Instant.parse(value), named));
                callOff(instant(named.get("off")));
            }
            default ->
                target.forecasts()
                        .add(new Forecast(
                                facts,
                                id,
                                source,
                                ForecastKind.ofCode(parts.get(2)),
                                instant(named.get("captured")),
                                null,
                                value.equals("-") ? null : new BigDecimal(value),
                                spread(named),
                                facts));
        }
    }

    /// @param named of which `low`, `high` and `count` are read, each where there is one
    public static ForecastSpread spread(Map<String, String> named) {
        return new ForecastSpread(
                number(named.get("low")),
                number(named.get("high")),
                named.containsKey("count") ? Integer.valueOf(named.get("count")) : null);
    }

    private void callOff(@Nullable Instant recordedAt) {
        if (recordedAt != null) {
            verdicts.put(
                    (long) facts,
                    new ReleaseVerdict(facts, null, StatedVerdict.CANCEL, "shutdown", "trader", recordedAt, facts));
        }
    }

    private Print print(ReleaseId id, String source, Instant knownAt, Map<String, String> named) {
        return new Print(
                facts,
                id,
                source,
                knownAt,
                new BigDecimal(named.get("actual")),
                number(named.get("previous")),
                date(named.get("period")),
                date(named.get("on")),
                named.get("event"),
                marks(named.get("marks")),
                List.of((long) facts));
    }

    private Schedule schedule(ReleaseId id, String source, Instant scheduledAt, Map<String, String> named) {
        return new Schedule(
                facts,
                id,
                source,
                instant(named.get("captured")),
                null,
                scheduledAt,
                date(named.get("period")),
                date(named.get("on")),
                false,
                named.get("event"),
                facts);
    }

    /// The parts of each item of a text; none of an empty one.
    public static List<List<String>> parts(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(item -> List.of(item.strip().split(" +")))
                        .toList();
    }

    /// The values of the parts that have a name.
    public static Map<String, String> named(List<String> parts) {
        Map<String, String> named = new HashMap<>();
        for (String part : parts) {
            int end = part.indexOf('=');
            if (end >= 0) {
                named.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return named;
    }

    public static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    public static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    public static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Set<Mark> marks(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",")).map(Mark::ofCode).collect(Collectors.toSet());
    }

    /// The date and number of an id, without the indicator.
    public static String date(ReleaseId id) {
        return id.value().substring(id.value().indexOf('@') + 1);
    }

    /// The codes of marks, in their order.
    public static String text(Set<Mark> marks) {
        return marks.stream().sorted().map(Mark::code).collect(Collectors.joining(","));
    }
}
