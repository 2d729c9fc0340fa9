package org.macroedge.server.surprises;

import java.util.Set;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.releases.MacroDataUpdated;

/// Writes what it derives from the facts of the whole store, whenever they change, and anew where it was derived from
/// other inputs. One process at a time does, and only one whose own catalogue files are in force.
public abstract class DerivedConsumer implements EventConsumer {

    protected final CatalogueInForce catalogue;
    protected final DerivedFrom derivedFrom;

    protected DerivedConsumer(CatalogueInForce catalogue, DerivedFrom derivedFrom) {
        this.catalogue = catalogue;
        this.derivedFrom = derivedFrom;
    }

    @Override
    public final Set<String> types() {
        return Set.of(MacroDataUpdated.TYPE);
    }

    @Override
    public final boolean isActive() {
        return catalogue.isOwn();
    }

    @Override
    public final boolean isExclusive() {
        return true;
    }

    @Override
    public boolean isStale() {
        return !derivedFrom.isCurrent(
                name(), DerivedFrom.inputs(catalogue.own().catalogue().hash()));
    }
}
