package org.macroedge.server.releases.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.profile.CalendarProfile.Title;

/// Reads the titles of a profile.
///
/// Two titles of one indicator may not hold on one date: a calendar that lists a figure twice for a while would
/// give each release two forecasts and two actuals.
final class ProfileTitles {

    private ProfileTitles() {}

    /// The titles that have no fault.
    ///
    /// @param faults receives the faults found; entries that already have one in it are left out
    static List<Title> read(@Nullable YamlEntry entry, Catalogue catalogue, List<CatalogueFault> faults) {
        List<Title> titles = new ArrayList<>();
        if (entry == null || !entry.isList()) {
            return titles;
        }
        List<CatalogueFault> found = new ArrayList<>();
        for (YamlEntry item : entry.entries()) {
            if (faults.stream().noneMatch(item::covers)) {
                try {
                    titles.add(distinct(title(item, catalogue), item, titles));
                } catch (CatalogueException wrong) {
                    found.addAll(wrong.faults());
                }
            }
        }
        faults.addAll(found);
        return titles;
    }

    private static Title title(YamlEntry entry, Catalogue catalogue) {
        YamlEntry id = entry.field("indicator");
        Indicator indicator = catalogue
                .indicator(id.text())
                .orElseThrow(() -> id.failure("no indicator has the id \"" + id.text() + "\""));
        Title title = new Title(
                ProfileReader.orElse(entry.optional("area", YamlEntry::text), ""),
                entry.field("title").text(),
                ProfileReader.orElse(
                        entry.optional("unit", unit -> Coded.of(NumberUnit.class, unit.text())), NumberUnit.UNITS),
                indicator,
                entry.optional("from", YamlEntry::date),
                entry.optional("to", YamlEntry::date));
        if (title.from() != null && title.to() != null && title.to().isBefore(title.from())) {
            throw entry.field("to").failure(title.to() + " is before from, " + title.from());
        }
        return title;
    }

    private static Title distinct(Title title, YamlEntry entry, List<Title> earlier) {
        for (Title other : earlier) {
            if (title.overlaps(other)) {
                boolean again = title.key().equals(other.key());
                if (again || title.indicator().id().equals(other.indicator().id())) {
                    throw entry.field(entry.fields().containsKey("from") ? "from" : "title")
                            .failure("overlaps with \"" + other.title() + "\", which "
                                    + (again
                                            ? "stands above"
                                            : "means " + other.indicator().id() + " too")
                                    + ": their dates from and to may share no day");
                }
            }
        }
        return title;
    }
}
