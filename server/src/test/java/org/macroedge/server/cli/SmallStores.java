package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.platform.home.HomeFiles;

/// Homes with a small sample and an import, commands that change them, and what they answer before and after.
final class SmallStores {

    private static final String SAMPLE = "releases-2014-2021.csv.gz";
    private static final int ROWS = 900;
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous";

    private final Path folder;
    private final Path shipped;
    private final Path retimed;
    private final Path reweighted;
    private final Path more;
    private final Path home;
    private final Map<StoreOperation, Reference> references = new EnumMap<>(StoreOperation.class);

    /// An operation that nothing disturbs.
    ///
    /// @param answers before it, where it changes them at once, and after it
    record Reference(Set<String> answers, long milliseconds) {}

    /// @param folder for the catalogues, the files and a home from which others are copied
    SmallStores(Path folder) throws Exception {
        this.folder = folder;
        List<String> rows = sample();
        this.shipped = catalogue("shipped", rows).folder();
        this.retimed = catalogue("retimed", rows)
                .edit("us-cpi-mom", "time: \"08:30\"", "time: \"08:29\"")
                .folder();
        this.reweighted = catalogue("reweighted", rows)
                .edit("weight-sets.yaml", text -> text.replaceFirst("clip: 4", "clip: 3"))
                .folder();
        Path file = file("file.csv", rows.subList(ROWS, 2 * ROWS));
        this.more = file("more.csv", rows.subList(2 * ROWS, 3 * ROWS));
        this.home = folder.resolve("home");
        run(home, shipped, "import", "calendar", file.toString(), "--profile", "macro-edge");
    }

    /// How long an operation takes where nothing disturbs it.
    long milliseconds(StoreOperation operation) throws Exception {
        return reference(operation).milliseconds();
    }

    private Reference reference(StoreOperation operation) throws Exception {
        Reference known = references.get(operation);
        if (known == null) {
            known = measure(operation);
            references.put(operation, known);
        }
        return known;
    }

    private static List<String> sample() throws IOException {
        Path file = Path.of("../samples").resolve(SAMPLE);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    /// A catalogue with a small sample beside it.
    private EditedCatalogue catalogue(String name, List<String> rows) throws IOException {
        Path samples = Files.createDirectories(folder.resolve(name).resolve("samples"));
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(samples.resolve(SAMPLE))), StandardCharsets.UTF_8)) {
            out.write(HEADER + "\n" + String.join("\n", rows.subList(0, ROWS)) + "\n");
        }
        return EditedCatalogue.in(folder.resolve(name).resolve("catalogue"));
    }

    /// Rows, and some with bare dates, which move with the catalogue's release times.
    private Path file(String name, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        lines.add("us-cpi-mom,2013-02-21,,0.1,0.2,0.0");
        lines.add("us-cpi-mom,2013-03-15,,0.7,0.5,0.1");
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Reference measure(StoreOperation operation) throws Exception {
        Path copy = copy(folder.resolve("reference"), operation);
        Set<String> allowed = new LinkedHashSet<>();
        if (!List.of(StoreOperation.FIRST_RUN, StoreOperation.CATALOGUE_EDIT, StoreOperation.HISTORY_REBUILD)
                .contains(operation)) {
            allowed.add(answers(copy, operation));
        }
        long start = System.nanoTime();
        MacroEdgeProcess done = start(copy, operation);
        assertThat(done.await()).as(done.written()).isZero();
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        allowed.add(answers(copy, operation));
        HomeFiles.delete(copy);
        return new Reference(allowed, duration);
    }

    /// A home on which an operation can be tried.
    Path copy(Path target, StoreOperation operation) throws IOException, InterruptedException {
        HomeFiles.delete(target);
        if (operation != StoreOperation.FIRST_RUN) {
            Process copying = new ProcessBuilder("cp", "-a", home.toString(), target.toString())
                    .inheritIO()
                    .start();
            assertThat(copying.waitFor()).isZero();
        }
        return target;
    }

    /// Starts an operation in a process of its own.
    MacroEdgeProcess start(Path copy, StoreOperation operation) throws IOException {
        List<String> words = new ArrayList<>(words(operation));
        words.addAll(List.of(
                "--home", copy.toString(), "--catalogue", catalogue(operation).toString()));
        return MacroEdgeProcess.start(folder.resolve(operation + ".log"), Map.of(), words.toArray(String[]::new));
    }

    List<String> words(StoreOperation operation) {
        return switch (operation) {
            case IMPORT -> List.of("import", "calendar", more.toString(), "--profile", "macro-edge");
            case UNDO -> List.of("import", "undo", "2");
            case SAMPLE_REMOVE -> List.of("sample", "remove");
            default -> List.of("bias");
        };
    }

    Path catalogue(StoreOperation operation) {
        return switch (operation) {
            case CATALOGUE_EDIT -> retimed;
            case HISTORY_REBUILD -> reweighted;
            default -> shipped;
        };
    }

    /// Opens a home as the next command would, and checks that it answers as before the operation or as after it.
    void assertWhole(Path copy, StoreOperation operation, String how) throws Exception {
        assertThat(reference(operation).answers()).as(how).contains(answers(copy, operation));
        assertThat(copy.resolve("database/postmaster.pid")).as(how).doesNotExist();
        try (Stream<Path> files = Files.list(copy)) {
            assertThat(files.filter(file -> file.toString().endsWith(HomeFiles.NEXT)))
                    .as(how)
                    .isEmpty();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String answers(Path copy, StoreOperation operation) {
        Path catalogue = catalogue(operation);
        return run(copy, catalogue, "bias", "--format", "json", "--as-of", "2014-12-31T00:00:00Z")
                + run(copy, catalogue, "export", "surprises");
    }

    /// Runs a command in this process, which must succeed.
    private static String run(Path copy, Path catalogue, String... words) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", copy.toString(), "--catalogue", catalogue.toString()));
        int status = MacroEdgeCommand.commandLine(Clock.systemUTC())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(line.toArray(String[]::new));
        assertThat(status).as(errors.toString()).isZero();
        return out.toString();
    }
}
