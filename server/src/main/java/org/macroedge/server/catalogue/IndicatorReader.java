package org.macroedge.server.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Meetings;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// Reads one indicator of the catalogue.
final class IndicatorReader {

    private IndicatorReader() {}

    static Indicator read(YamlEntry entry) {
        return new Indicator(
                entry.field("id").as(IndicatorId::new, "an indicator id like us-nonfarm-payrolls"),
                entry.field("name").text(),
                entry.field("shortName").text(),
                entry.field("region").as(Region::ofCode, "a region"),
                entry.field("category").as(Category::ofCode, "a category"),
                entry.field("unit").text(),
                entry.field("transform").text(),
                entry.field("adjustment").text(),
                entry.field("frequency").as(Frequency::ofCode, "weekly, monthly, quarterly or irregular"),
                meetings(entry.fields().get("meetings")),
                entry.field("polarity").integer(),
                entry.field("importance").integer(),
                entry.field("group").text(),
                entry.field("stage").as(Stage::ofCode, "first, second or final"),
                entry.field("step").decimal(),
                entry.optional("floor", YamlEntry::decimal),
                entry.optional("lag", YamlEntry::integer),
                entry.field("previousRefersTo").as(PreviousRefersTo::ofCode, "prior-period or prior-stage"),
                entry.optional("policyRate", YamlEntry::flag),
                releaseTimes(entry.field("release").entries()),
                entry.optional("prior", IndicatorReader::prior),
                entry.optional("validFrom", YamlEntry::date),
                entry.optional("validTo", YamlEntry::date),
                entry.optional("successor", value -> value.as(IndicatorId::new, "an indicator id")));
    }

    /// A number, or a list of numbers with from and to.
    private static List<Meetings> meetings(@Nullable YamlEntry entry) {
        if (entry == null) {
            return List.of();
        }
        if (!entry.isList()) {
            return List.of(new Meetings(entry.integer(), null, null));
        }
        List<Meetings> calendars = new ArrayList<>();
        for (YamlEntry item : entry.entries()) {
            Meetings next = new Meetings(
                    item.field("perYear").integer(),
                    item.optional("from", YamlEntry::date),
                    item.optional("to", YamlEntry::date));
            if (!calendars.isEmpty() && !follows(calendars.getLast().to(), next.from())) {
                throw item.failure(CatalogueMessage.TIMES_OVERLAP);
            }
            calendars.add(next);
        }
        return calendars;
    }

    private static List<ReleaseTime> releaseTimes(List<YamlEntry> entries) {
        List<ReleaseTime> times = new ArrayList<>();
        for (YamlEntry entry : entries) {
            ReleaseTime time = releaseTime(entry);
            if (!times.isEmpty() && !follows(times.getLast().to(), time.from())) {
                throw entry.failure(CatalogueMessage.TIMES_OVERLAP);
            }
            times.add(time);
        }
        return times;
    }

    private static boolean follows(@Nullable LocalDate end, @Nullable LocalDate start) {
        return end != null && start != null && start.isAfter(end);
    }

    private static ReleaseTime releaseTime(YamlEntry entry) {
        return new ReleaseTime(
                entry.field("zone").as(ZoneId::of, "a time zone like Europe/London"),
                entry.optional("time", value -> value.as(LocalTime::parse, "a time like 08:30")),
                entry.optional("from", YamlEntry::date),
                entry.optional("to", YamlEntry::date));
    }

    private static Prior prior(YamlEntry entry) {
        return new Prior(
                entry.field("sigma").decimal(),
                entry.field("dataFrom").date(),
                entry.field("dataTo").date(),
                entry.field("cite").text());
    }
}
