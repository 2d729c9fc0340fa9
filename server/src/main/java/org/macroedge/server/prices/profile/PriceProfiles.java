package org.macroedge.server.prices.profile;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.profile.ProfileFolders;

/// Finds a profile of prices by its name among the shipped ones and the home's own, or by its path.
///
/// @param catalogue gives the one in force
public record PriceProfiles(ProfileFolders folders, Supplier<Catalogue> catalogue) {

    /// The name of the folders in the catalogue and in the home.
    public static final String FOLDER = "price-profiles";

    /// The profile of a name or path.
    ///
    /// @throws MacroEdgeException with `unknown-profile`, naming the available ones
    /// @throws org.macroedge.server.catalogue.CatalogueException with file, line and field of a fault in it
    public PriceProfile named(String nameOrPath) {
        return ProfileFolders.isFile(nameOrPath) ? read(Path.of(nameOrPath)) : shippedOrOwn(nameOrPath);
    }

    /// The profile of a name; never a path, because the caller may be on another machine.
    public PriceProfile shippedOrOwn(String name) {
        return read(folders.path(name));
    }

    /// A profile that came with its files.
    ///
    /// @param name of its file, for messages
    /// @throws org.macroedge.server.catalogue.CatalogueException with line and field of a fault in it
    public PriceProfile sent(String name, byte[] yaml) {
        return PriceProfileReader.read(
                YamlDocument.read(name, yaml), catalogue.get().schemas());
    }

    private PriceProfile read(Path path) {
        return PriceProfileReader.read(path, catalogue.get().schemas());
    }
}
