package org.macroedge.server.releases.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.YamlEntry;

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

    /// The titles of a profile and those that it takes from another, without the ones that it replaces: those
    /// with a title or an indicator of its own.
    static List<Title> joined(List<Title> own, List<Title> others) {
        List<Title> joined = new ArrayList<>(own);
        others.stream()
                .filter(other -> own.stream()
                        .noneMatch(title -> title.key().equals(other.key())
                                || title.indicator()
                                        .id()
                                        .equals(other.indicator().id())))
                .forEach(joined::add);
        return joined;
    }

    private static Title title(YamlEntry entry, Catalogue catalogue) {
        YamlEntry id = entry.field("indicator");
        Indicator indicator = catalogue
                .indicator(id.text())
                .orElseThrow(() -> id.failure(ProfileMessage.UNKNOWN_INDICATOR, id.text()));
        Title title = new Title(
                ProfileReader.orElse(entry.optional("area", YamlEntry::text), ""),
                entry.field("title").text(),
                when(entry.fields().get("when")),
                entry.optional("unit", unit -> Coded.of(NumberUnit.class, unit.text())),
                indicator,
                entry.optional("from", YamlEntry::date),
                entry.optional("to", YamlEntry::date));
        if (title.from() != null && title.to() != null && title.to().isBefore(title.from())) {
            throw entry.field("to").failure(ProfileMessage.ENDS_BEFORE_START, title.to(), title.from());
        }
        return title;
    }

    private static Map<String, Set<String>> when(@Nullable YamlEntry entry) {
        Map<String, Set<String>> when = new LinkedHashMap<>();
        if (entry != null) {
            entry.fields().forEach((column, texts) -> when.put(column, Set.copyOf(ProfileReader.texts(texts))));
        }
        return when;
    }

    private static Title distinct(Title title, YamlEntry entry, List<Title> earlier) {
        for (Title other : earlier) {
            boolean again = title.key().equals(other.key()) && !title.excludes(other);
            boolean sameIndicator =
                    title.indicator().id().equals(other.indicator().id());
            if ((again || sameIndicator) && title.overlaps(other)) {
                YamlEntry place = entry.field(entry.fields().containsKey("from") ? "from" : "title");
                throw again
                        ? place.failure(ProfileMessage.TITLE_OVERLAPS, other.title())
                        : place.failure(
                                ProfileMessage.INDICATOR_OVERLAPS,
                                other.title(),
                                other.indicator().id());
            }
        }
        return title;
    }
}
