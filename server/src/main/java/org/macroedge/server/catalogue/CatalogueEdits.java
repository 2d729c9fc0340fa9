package org.macroedge.server.catalogue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings edits of this process's catalogue files into force while it runs.
///
/// A faulty edit changes nothing: the catalogue in force stays, and [CatalogueInForce#state] names each fault.
public final class CatalogueEdits {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueEdits.class);

    private final Path folder;
    private final Path checked;
    private final CatalogueInForce inForce;
    private final CatalogueAdopter adopter;
    private final Clock clock;
    private CheckedContent seen;
    private CheckedContent taken;
    private @Nullable CatalogueState reported;

    /// @param checked the file that records which bytes passed the schemas
    public CatalogueEdits(Path folder, Path checked, CatalogueInForce inForce, CatalogueAdopter adopter, Clock clock) {
        this.folder = folder;
        this.checked = checked;
        this.inForce = inForce;
        this.adopter = adopter;
        this.clock = clock;
        this.seen = new CheckedContent(inForce.own().bytes(), inForce.own().modified());
        this.taken = seen;
    }

    /// Compares the files with those loaded, and brings them into force if they changed. To be called every few
    /// seconds.
    ///
    /// An edit counts once two calls in a row have seen the same bytes: a file that is still being written may be
    /// a valid catalogue that lacks entries.
    public synchronized void refresh() {
        CheckedContent now = CheckedContent.of(folder);
        if (now.equals(seen) && !now.equals(taken)) {
            taken = now;
            load();
        }
        seen = now;
        adopter.adopt();
        report();
    }

    /// The edit is as late as this look, whatever the time of its files: a file that was removed or moved back has none
    /// of its own.
    private void load() {
        try {
            inForce.loaded(LoadedCatalogue.load(folder, checked).editedAt(clock.instant()));
        } catch (CatalogueException fault) {
            inForce.faulty(fault.faults());
        } catch (RuntimeException fault) {
            inForce.faulty(List.of(new CatalogueFault(folder, 1, "catalogue", CatalogueMessage.unreadable(fault))));
        }
    }

    private void report() {
        CatalogueState state = inForce.state();
        CatalogueState before = reported;
        reported = state;
        if (state.equals(before)) {
            return;
        }
        if (state.difference() != null) {
            LOG.warn(state.difference());
        } else if (before != null) {
            LOG.info(LogMessage.CATALOGUE_IN_FORCE.text(String.valueOf(state.inForce())));
        }
        state.faults().forEach(fault -> LOG.warn(LogMessage.EDIT_FAULTY.advice(fault)));
        state.unreadable().forEach(fault -> LOG.warn(LogMessage.WEIGHTS_UNREADABLE.advice(fault)));
    }
}
