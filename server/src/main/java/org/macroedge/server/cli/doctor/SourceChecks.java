package org.macroedge.server.cli.doctor;

import java.util.List;
import org.macroedge.server.sources.view.SourceItem;
import org.macroedge.server.sources.view.SourceList;

/// Checks the sources that can be fetched from.
public final class SourceChecks {

    /// How each note begins about a key that a vault does not give.
    private static final String NO_KEY = "its key cannot be read";

    private SourceChecks() {}

    /// One line for each source.
    public static List<Check> all(SourceList sources) {
        return sources.items().stream().map(SourceChecks::check).toList();
    }

    private static Check check(SourceItem item) {
        String note = String.valueOf(item.note());
        String live = item.triedLive() ? "" : "; not tried live";
        return switch (item.state()) {
            case "resting" -> Check.warn("source", DoctorMessage.SOURCE_RESTS, item.source(), note);
            case "off" ->
                note.startsWith(NO_KEY)
                        ? Check.warn("source", DoctorMessage.SOURCE_KEY, item.source(), note)
                        : Check.ok("source", item.source() + " is " + note);
            default ->
                Check.ok(
                        "source",
                        item.source()
                                + (item.understoodAt() == null
                                        ? " is on, and was not asked yet: `ingest` asks it"
                                        : " answered last at " + item.understoodAt())
                                + live);
        };
    }
}
