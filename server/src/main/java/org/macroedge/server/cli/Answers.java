package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CalendarContent;
import org.macroedge.server.releases.CalendarProfile;
import org.macroedge.server.releases.CalendarReader;

/// The bias model of calendar files, and the instant that a question without one is answered at.
record Answers(
        Catalogue catalogue,
        CalendarContent content,
        BiasModel model,
        Map<IndicatorId, List<StandardisedSurprise>> surprises) {

    private static final Duration FRESH = Duration.ofDays(10);

    /// Reads calendar files, or folders of `.csv` files, and computes everything that later questions need.
    static Answers of(Path catalogueFolder, String profile, List<Path> calendars, String weightSet) throws IOException {
        Catalogue catalogue = CatalogueLoader.load(catalogueFolder);
        WeightSet weights = catalogue.weightSets().get(weightSet);
        if (weights == null) {
            throw new IllegalArgumentException("weight set \"" + weightSet + "\" is unknown; known are "
                    + String.join(
                            ", ",
                            catalogue.weightSets().keySet().stream().sorted().toList()));
        }
        Path profileFile = catalogueFolder.resolve("profiles").resolve(profile + ".yaml");
        CalendarContent content =
                new CalendarReader(CalendarProfile.read(profileFile, catalogue)).read(files(calendars));
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        for (ObservedRelease release : content.releases()) {
            releases.computeIfAbsent(release.indicator(), id -> new ArrayList<>())
                    .add(release);
        }
        SurpriseCalculator calculator = new SurpriseCalculator(weights.clip());
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        for (Indicator indicator : catalogue.indicators().values()) {
            surprises.put(
                    indicator.id(), calculator.calculate(indicator, releases.getOrDefault(indicator.id(), List.of())));
        }
        List<Indicator> indicators = List.copyOf(catalogue.indicators().values());
        BiasModel model = new BiasModel(indicators, catalogue.instruments(), weights, surprises, Map.of());
        return new Answers(catalogue, content, model, surprises);
    }

    private static List<Path> files(List<Path> calendars) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path calendar : calendars) {
            if (Files.isDirectory(calendar)) {
                try (Stream<Path> listed = Files.list(calendar)) {
                    listed.filter(file -> file.toString().endsWith(".csv"))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(calendar);
            }
        }
        return files;
    }

    /// The last release not after the clock; null where there is none.
    @Nullable
    Instant lastRelease(Clock clock) {
        Instant now = clock.instant();
        return content.releases().stream()
                .map(ObservedRelease::releasedAt)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /// Whether nothing has arrived for more than ten days.
    static boolean stale(Instant last, Clock clock) {
        return Duration.between(last, clock.instant()).compareTo(FRESH) > 0;
    }

    /// The instant of an answer to "now": the last release where it is stale, else the later of it and the last
    /// full hour.
    static Instant now(Instant last, Clock clock) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return stale(last, clock) || last.isAfter(hour) ? last : hour;
    }
}
