package org.macroedge.server.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.releases.profile.ProfileReader;

/// Checks the home, the space on its disk, the catalogue's files and the home's profiles.
public final class HomeChecks {

    private static final long MEGABYTE = 1L << 20;

    /// A first run takes 350 MB; a rebuild writes the stored history again.
    private static final long LEAST_SPACE = 500;

    private HomeChecks() {}

    /// Checks the folder, its rights and the free space.
    public static List<Check> home(HomeDirectory home) throws IOException {
        Path existing = home.path();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        return List.of(
                folder(home.path(), existing),
                space(Files.getFileStore(existing).getUsableSpace() / MEGABYTE));
    }

    private static Check folder(Path home, Path existing) throws IOException {
        if (!Files.isDirectory(existing)) {
            return Check.fail("home", DoctorMessage.NOT_A_FOLDER, existing);
        }
        if (!Files.isWritable(existing)) {
            return Check.fail("home", DoctorMessage.NOT_WRITABLE, existing);
        }
        if (!existing.equals(home)) {
            return Check.ok("home", home + " does not exist yet; the first command creates it");
        }
        return rights(home);
    }

    private static Check rights(Path home) throws IOException {
        if (!home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Check.ok("home", home.toString());
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(home);
        boolean open = rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
        return open
                ? Check.warn("home", DoctorMessage.OPEN_HOME, home, PosixFilePermissions.toString(rights))
                : Check.ok("home", home.toString());
    }

    static Check space(long megabytes) {
        return megabytes < LEAST_SPACE
                ? Check.warn("space", DoctorMessage.LITTLE_SPACE, megabytes)
                : Check.ok("space", String.format("%,d MB are free", megabytes));
    }

    /// Checks the catalogue's files, and the home's profiles by them.
    public static List<Check> catalogue(Path folder, HomeDirectory home) throws IOException {
        List<Check> checks = new ArrayList<>();
        try {
            Catalogue catalogue = CatalogueLoader.load(folder);
            checks.add(Check.ok("catalogue", catalogue.indicators().size() + " indicators, hash " + catalogue.hash()));
            for (Path profile : profiles(home.profiles())) {
                checks.add(profile(profile, catalogue));
            }
        } catch (CatalogueException fault) {
            checks.add(Check.fail(
                    "catalogue",
                    DoctorMessage.FAULTY_CATALOGUE,
                    fault.faults().size(),
                    fault.faults().getFirst()));
        }
        return checks;
    }

    private static List<Path> profiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Check profile(Path profile, Catalogue catalogue) {
        try {
            ProfileReader.read(profile, catalogue);
            return Check.ok("profile", String.valueOf(profile.getFileName()));
        } catch (CatalogueException fault) {
            return Check.warn(
                    "profile",
                    DoctorMessage.FAULTY_PROFILE,
                    profile.getFileName(),
                    fault.faults().getFirst());
        }
    }
}
