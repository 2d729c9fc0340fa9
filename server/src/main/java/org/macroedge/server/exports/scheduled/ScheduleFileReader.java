package org.macroedge.server.exports.scheduled;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueMessage;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.exports.ExportForm;
import org.macroedge.server.exports.s3.S3Address;
import org.macroedge.server.jobs.JobSchedule;

/// Reads the file of scheduled exports: what is unknown or out of its range is a fault with its line, never ignored.
final class ScheduleFileReader {

    private static final int MOST_EXPORTS = 100;
    private static final int MOST_TIMES = 24;
    private static final int MOST_KEPT = 100_000;
    /// As long as the part of a job's name can be.
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final String ID_WORDS = "an id of at most 20 lower-case letters, digits and hyphens";
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String PARENT = "..";
    private static final String HOME_OF_SHELLS = "~";

    private final RequestReader requests;
    private final Path home;

    ScheduleFileReader(Catalogue catalogue, Path home) {
        this.requests = new RequestReader(catalogue);
        this.home = home;
    }

    /// @throws CatalogueException with the first fault
    ScheduledExports read(Path file) {
        YamlEntry root = YamlDocument.read(file);
        root.only(List.of("exports"));
        YamlEntry list = root.field("exports");
        List<ScheduledExport> exports = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlEntry entry : bounded(list, 0, MOST_EXPORTS)) {
            ScheduledExport export = export(entry);
            if (!ids.add(export.id())) {
                throw entry.field("id").failure(CatalogueMessage.INVALID_ENTRY, "an export above has this id");
            }
            exports.add(export);
        }
        return new ScheduledExports(exports);
    }

    private static List<YamlEntry> bounded(YamlEntry list, int least, int most) {
        List<YamlEntry> entries = list.entries();
        if (entries.size() < least || entries.size() > most) {
            throw list.failure(CatalogueMessage.NUMBER_OF_ENTRIES, entries.size(), least + " to " + most);
        }
        return entries;
    }

    private ScheduledExport export(YamlEntry entry) {
        String id = entry.field("id").as(text -> matching(ID, text), ID_WORDS);
        ExportRequest request = requests.request(entry);
        ExportForm form = requests.form(entry);
        JobSchedule schedule = schedule(entry);
        YamlEntry output = entry.field("output");
        Integer keep = keep(entry, S3Address.isMeant(output.text()));
        ExportPlace place = place(output, new ExportFileName(id, Instant.EPOCH, form.format()));
        return new ScheduledExport(id, request, form, schedule, place, keep);
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static JobSchedule schedule(YamlEntry entry) {
        List<LocalTime> times = new ArrayList<>();
        for (YamlEntry time : bounded(entry.field("times"), 1, MOST_TIMES)) {
            LocalTime read =
                    time.as(text -> LocalTime.parse(matching(TIME, text)), "a time from 00:00 to 23:59, like 07:00");
            if (times.contains(read)) {
                throw time.failure(CatalogueMessage.INVALID_ENTRY, "each time is named once");
            }
            times.add(read);
        }
        ZoneId zone = entry.optional("zone", ScheduleFileReader::zone);
        return new JobSchedule(zone == null ? ZoneOffset.UTC : zone, times);
    }

    private static ZoneId zone(YamlEntry entry) {
        return entry.as(
                text -> {
                    if (!ZoneId.getAvailableZoneIds().contains(text)) {
                        throw new IllegalArgumentException(text);
                    }
                    return ZoneId.of(text);
                },
                "a time zone, like Europe/Berlin or UTC");
    }

    private ExportPlace place(YamlEntry output, ExportFileName example) {
        String text = output.text();
        return S3Address.isMeant(text)
                ? output.as(
                        address -> BucketPlace.of(address, example),
                        "the address of a bucket, with what keys begin with, like s3://my-exports/daily/")
                : output.as(
                        this::folder,
                        "a folder, absolute or below the home, without \"..\" and without \"~\" at its start");
    }

    private FolderPlace folder(String text) {
        Path folder = Path.of(text);
        if (text.isBlank() || text.startsWith(HOME_OF_SHELLS) || !folder.isAbsolute() && hasParent(folder)) {
            throw new IllegalArgumentException(text);
        }
        return new FolderPlace(home.resolve(folder).normalize(), text);
    }

    private static boolean hasParent(Path folder) {
        for (Path part : folder) {
            if (part.toString().equals(PARENT)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer keep(YamlEntry entry, boolean bucket) {
        YamlEntry keep = entry.fields().get("keep");
        if (keep == null) {
            return null;
        }
        if (bucket) {
            throw keep.failure(
                    CatalogueMessage.INVALID_ENTRY, "objects of S3 are deleted by a lifecycle rule of their bucket");
        }
        return keep.as(ScheduleFileReader::kept, "a whole number from 1 to " + MOST_KEPT);
    }

    private static int kept(String text) {
        int kept = Integer.parseInt(text);
        if (kept < 1 || kept > MOST_KEPT) {
            throw new IllegalArgumentException(text);
        }
        return kept;
    }
}
