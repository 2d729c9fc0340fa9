package org.macroedge.server.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.NoteMessage;

/// How a process's own catalogue files stand to the catalogue in force.
///
/// @param hash the hash of the files as last loaded without a fault
/// @param inForce the hash of the catalogue in force
/// @param difference what it means that the two differ; null where they are the same
/// @param faults why an edit of the files has no effect; empty where there is no faulty edit
/// @param unreadable why weight sets that were published are left out; empty where none is
public record CatalogueState(
        String hash,
        String inForce,
        @Nullable String difference,
        List<CatalogueFault> faults,
        List<CatalogueFault> unreadable) {

    private static final int SHORT = 12;

    static CatalogueState of(
            String hash, String inForce, List<CatalogueFault> faults, List<CatalogueFault> unreadable) {
        return new CatalogueState(
                hash,
                inForce,
                hash.equals(inForce) ? null : difference(hash, inForce),
                List.copyOf(faults),
                List.copyOf(unreadable));
    }

    private static String difference(String hash, String inForce) {
        return NoteMessage.CATALOGUE_DIFFERS.text(hash.substring(0, SHORT), inForce.substring(0, SHORT)) + ".";
    }
}
