package org.macroedge.server.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.FigureText;

/// The releases of an answer in iCalendar (RFC 5545), for calendar programs that subscribe to its address. The same
/// answer gives the same bytes.
final class CalendarFeed {

    private static final String PRODUCT = "-//macro-edge//calendar//EN";
    private static final String DOMAIN = ".macro-edge";
    /// A release is an instant; programs that draw a day need a length.
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private static final Map<String, Status> STATES = Map.of(
            ReleaseState.EXPECTED.code(), ImmutableStatus.VEVENT_TENTATIVE,
            ReleaseState.CANCELLED.code(), ImmutableStatus.VEVENT_CANCELLED);

    private CalendarFeed() {}

    static byte[] of(CalendarAnswer answer) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "macro-edge releases"));
        answer.items().forEach(item -> calendar.add(event(item, answer.header().asOf())));
        if (answer.items().isEmpty()) {
            calendar.add(utc());
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new CalendarOutputter().output(calendar, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written but memory", impossible);
        }
    }

    /// The time zone of every event. RFC 5545, section 3.6, demands at least one component, also where nothing is
    /// released.
    private static VTimeZone utc() {
        Standard standard = new Standard();
        standard.add(new DtStart<>(LocalDate.EPOCH.atStartOfDay()));
        standard.add(new TzOffsetFrom(ZoneOffset.UTC));
        standard.add(new TzOffsetTo(ZoneOffset.UTC));
        VTimeZone zone = new VTimeZone(new ComponentList<>(List.of(standard)));
        zone.add(new TzId("UTC"));
        return zone;
    }

    private static VEvent event(CalendarItem item, Instant asOf) {
        VEvent event = new VEvent(item.releasedAt(), LENGTH, summary(item));
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(asOf));
        event.add(new Uid(id(item) + DOMAIN));
        event.add(new Description(description(item)));
        event.add(new Categories(new TextList(item.region(), item.category())));
        event.add(STATES.getOrDefault(item.state(), ImmutableStatus.VEVENT_CONFIRMED));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /// A release that no source has announced has no id yet; its day tells it from the next one.
    private static String id(CalendarItem item) {
        String release = item.releaseId();
        return release == null
                ? item.indicator() + "@expected-" + LocalDate.ofInstant(item.releasedAt(), ZoneOffset.UTC)
                : release;
    }

    private static String summary(CalendarItem item) {
        String name = item.region() + " " + item.shortName();
        BigDecimal actual = item.actual();
        return actual == null
                ? name + (item.state().equals(ReleaseState.SCHEDULED.code()) ? "" : " (" + item.state() + ")")
                : name + " " + FigureText.of(actual, item.unit());
    }

    private static String description(CalendarItem item) {
        List<String> lines = new ArrayList<>();
        lines.add(item.name());
        lines.add("State: " + item.state());
        add(lines, "Actual", item.actual(), item.unit());
        add(lines, forecast(item.marks()), item.forecast(), item.unit());
        add(lines, "Previous", item.previous(), item.unit());
        Double z = item.z();
        if (z != null) {
            lines.add("z: " + FigureText.sigmas(z));
        }
        lines.add("Importance: " + item.importance() + " of " + CalendarAnswers.MOST_IMPORTANT);
        return String.join("\n", lines);
    }

    private static String forecast(List<String> marks) {
        if (marks.contains(Mark.NO_FORECAST.code())) {
            return "Rate in force";
        }
        String computed = marks.contains(Mark.MODEL_FORECAST.code()) ? "Model forecast" : "Forecast";
        return marks.contains(Mark.NAIVE_FORECAST.code()) ? "Naive forecast" : computed;
    }

    private static void add(List<String> lines, String name, @Nullable BigDecimal figure, String unit) {
        if (figure != null) {
            lines.add(name + ": " + FigureText.of(figure, unit));
        }
    }
}
