package org.macroedge.server.releases.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Finds a profile of calendar files by its name among the shipped ones and the home's own, or by its path.
///
/// @param catalogue gives the one in force
public record Profiles(ProfileFolders folders, Supplier<Catalogue> catalogue) {

    /// @param shipped the catalogue's folder of profiles
    /// @param own the home's folder; a profile there replaces a shipped one of the same name
    public Profiles(Path shipped, Path own, Supplier<Catalogue> catalogue) {
        this(new ProfileFolders(shipped, own), catalogue);
    }

    /// The profile of a name or path.
    ///
    /// @throws MacroEdgeException with `unknown-profile`, naming the available ones
    /// @throws org.macroedge.server.catalogue.CatalogueException with file, line and field of a fault in it
    public CalendarProfile named(String nameOrPath) {
        return ProfileFolders.isFile(nameOrPath) ? read(Path.of(nameOrPath)) : shippedOrOwn(nameOrPath);
    }

    /// The profile of a name; never a path, because the caller may be on another machine.
    public CalendarProfile shippedOrOwn(String name) {
        return read(folders.path(name));
    }

    private CalendarProfile read(Path path) {
        return ProfileReader.read(YamlDocument.read(path), catalogue.get(), folders::find);
    }

    /// A profile that came with its files.
    ///
    /// @param name of its file, for messages
    /// @throws org.macroedge.server.catalogue.CatalogueException with line and field of a fault in it
    public CalendarProfile sent(String name, byte[] yaml) {
        return ProfileReader.read(YamlDocument.read(name, yaml), catalogue.get(), folders::find);
    }

    /// The available names, in alphabetical order.
    public List<String> names() {
        return folders.names();
    }

    /// The available names.
    public record ProfileNames(List<String> names) {}
}
