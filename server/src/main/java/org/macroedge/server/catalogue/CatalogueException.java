package org.macroedge.server.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/// Files of the catalogue cannot be used. Carries every fault found.
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<CatalogueFault> faults;

    public CatalogueException(List<CatalogueFault> faults) {
        super(faults.stream().map(CatalogueFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    /// Every fault found, in the order of the files.
    public List<CatalogueFault> faults() {
        return faults;
    }
}
