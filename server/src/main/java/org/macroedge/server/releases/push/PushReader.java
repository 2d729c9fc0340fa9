package org.macroedge.server.releases.push;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.NearestIndicators;
import org.macroedge.server.catalogue.Source;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.SpreadFault;
import org.macroedge.server.releases.profile.StorableText;

/// Reads a push: checks what its program can mend, and makes each release a row. One that cannot be read refuses the
/// push as a whole.
final class PushReader {

    static final int LONGEST_EVENT = 200;

    private static final int YEARS_AHEAD = 2;

    /// A double holds any decimal of so many digits, so that no number of JSON is changed on its way.
    private static final int MOST_DIGITS = 15;

    private static final int MOST_DECIMALS = 18;

    private static final BigDecimal LARGEST = new BigDecimal(PushedForecast.LARGEST);

    private final Catalogue catalogue;
    private final Instant now;

    /// @param now captures of later instants are refused
    PushReader(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /// The rows of a push.
    ///
    /// @param name of the push, for messages about its rows; a row's line is its place in the push, from 1
    /// @param entries in their form ([PushForm])
    /// @throws MacroEdgeException with `invalid-request`, `invalid-instant`, `push-fault`, `unknown-source` or
    /// `unknown-indicator`
    PushedRows read(String name, @Nullable String pushedSource, List<@Nullable PushedRelease> entries) {
        String source = source(required("source", pushedSource));
        List<ReportedRelease> rows = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            String entry = PushForm.place(index);
            rows.add(new Entry(entry, required(entry, entries.get(index))).row(name, index + 1L, source));
        }
        return new PushedRows(source, name, rows, now);
    }

    private String source(String id) {
        Source source = catalogue.sources().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PushMessage.UNKNOWN_SOURCE.exception(
                        ShownText.of(id),
                        String.join(
                                ", ",
                                catalogue.sources().stream().map(Source::id).toList())));
        if (!source.terms().storable()) {
            throw PushMessage.NOT_STORABLE.exception(id);
        }
        return id;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw PushMessage.MISSING_FIELD.exception(field);
        }
        return value;
    }

    /// One release of the push.
    private final class Entry {

        private final String place;
        private final PushedRelease pushed;

        Entry(String place, PushedRelease pushed) {
            this.place = place;
            this.pushed = pushed;
        }

        private String field(String name) {
            return place + "." + name;
        }

        ReportedRelease row(String name, long line, String source) {
            Indicator indicator = indicator(required(field("indicator"), pushed.indicator()));
            if ((pushed.releasedAt() == null) == (pushed.releaseDate() == null)) {
                throw PushMessage.ONE_TIME.exception(place);
            }
            LocalDate date = date("releaseDate", pushed.releaseDate());
            Instant captured = captured(field("capturedAt"), pushed.capturedAt());
            return new ReportedRelease(
                    name,
                    line,
                    indicator.id().value(),
                    source,
                    indicator,
                    date == null ? released(Objects.requireNonNull(pushed.releasedAt())) : indicator.knownAt(date),
                    date,
                    date != null,
                    date("period", pushed.period()),
                    number(field("actual"), pushed.actual()),
                    number(field("previous"), pushed.previous()),
                    forecasts(captured),
                    captured,
                    event(pushed.eventId()),
                    false,
                    null);
        }

        private Indicator indicator(String id) {
            return catalogue
                    .indicator(id)
                    .orElseThrow(() -> UnknownName.indicator(id, NearestIndicators.to(id, catalogue.indicators())));
        }

        /// In whole seconds: a part of one counts as the next, so that nothing counts before it was known.
        private Instant released(String text) {
            Instant whole = Instants.wholeSecond(instant(field("releasedAt"), text));
            checkAhead("releasedAt", text, whole);
            return whole;
        }

        private @Nullable LocalDate date(String name, @Nullable String text) {
            if (text == null) {
                return null;
            }
            if (!Instants.isDate(text)) {
                throw PushMessage.NOT_A_DATE.exception(field(name), ShownText.of(text));
            }
            LocalDate date = LocalDate.parse(text);
            checkAhead(name, text, date.atStartOfDay(ZoneOffset.UTC).toInstant());
            return date;
        }

        private void checkAhead(String name, String text, Instant instant) {
            if (instant.isAfter(
                    now.atOffset(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant())) {
                throw PushMessage.TOO_FAR.exception(field(name), text);
            }
        }

        private List<ReportedForecast> forecasts(@Nullable Instant captured) {
            List<@Nullable PushedForecast> pushedForecasts =
                    Objects.requireNonNullElse(pushed.forecasts(), List.<@Nullable PushedForecast>of());
            List<ReportedForecast> forecasts = new ArrayList<>();
            Set<List<Object>> said = new HashSet<>();
            for (int index = 0; index < pushedForecasts.size(); index++) {
                String name = field("forecasts[" + index + "]");
                ReportedForecast forecast = forecast(name, required(name, pushedForecasts.get(index)), captured);
                if (!said.add(List.of(forecast.kind(), String.valueOf(forecast.capturedAt())))) {
                    throw PushMessage.TWO_FORECASTS.exception(
                            place, forecast.kind().code());
                }
                forecasts.add(forecast);
            }
            return forecasts;
        }

        private ReportedForecast forecast(String name, PushedForecast forecast, @Nullable Instant captured) {
            String kind = required(name + ".kind", forecast.kind());
            List<String> kinds =
                    Arrays.stream(ForecastKind.values()).map(ForecastKind::code).toList();
            if (!kinds.contains(kind)) {
                throw InvalidValue.of(name + ".kind", kind, kinds);
            }
            BigDecimal value = required(name + ".value", number(name + ".value", forecast.value()));
            Instant own = captured(name + ".capturedAt", forecast.capturedAt());
            return new ReportedForecast(
                    ForecastKind.ofCode(kind), value, own == null ? captured : own, spread(name, value, forecast));
        }

        private ForecastSpread spread(String name, BigDecimal value, PushedForecast forecast) {
            BigDecimal low = number(name + ".low", forecast.low());
            BigDecimal high = number(name + ".high", forecast.high());
            BigDecimal count = forecast.count();
            SpreadFault.of(value, low, high, count).ifPresent(fault -> {
                throw PushMessage.of(fault, name);
            });
            return new ForecastSpread(low, high, count == null ? null : count.intValueExact());
        }

        private @Nullable String event(@Nullable String id) {
            if (id != null
                    && (id.isBlank()
                            || id.length() > LONGEST_EVENT
                            || id.chars().anyMatch(Character::isISOControl)
                            || !StorableText.is(id))) {
                throw PushMessage.EVENT_ID.exception(field("eventId"), LONGEST_EVENT);
            }
            return id;
        }
    }

    private @Nullable Instant captured(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant captured = instant(field, text);
        if (captured.isAfter(now)) {
            throw PushMessage.FUTURE_CAPTURE.exception(field, text);
        }
        return captured;
    }

    private static Instant instant(String field, String text) {
        if (Instants.isDate(text)) {
            throw PushMessage.NO_CLOCK_TIME.exception(field, text);
        }
        return Objects.requireNonNull(Instants.read(field, text));
    }

    private static @Nullable BigDecimal number(String field, @Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.precision() > MOST_DIGITS
                || stripped.scale() > MOST_DECIMALS
                || stripped.abs().compareTo(LARGEST) > 0) {
            throw PushMessage.NUMBER_OUT_OF_RANGE.exception(field, MOST_DIGITS, LARGEST.precision() - 1);
        }
        return number;
    }
}
