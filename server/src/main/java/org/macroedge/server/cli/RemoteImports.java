package org.macroedge.server.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.remote.MultipartBody;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.web.UploadResolver;
import org.macroedge.server.releases.importing.BatchList;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.Quarantine;
import org.macroedge.server.releases.importing.QuarantinedRow;
import org.macroedge.server.releases.importing.RunningImports;
import org.macroedge.server.releases.importing.SampleRemoved;
import org.macroedge.server.releases.importing.UndoResult;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.ProfileFolders;

/// Imports through the REST API of the server that holds the home, and polls the progress.
record RemoteImports(ServerClient server) implements ImportOperations {

    private static final String IMPORTS = "imports";
    private static final long ASKED_EVERY_MILLIS = 300;

    @Override
    public ImportOutcome calendar(String profile, List<CalendarFile> files, boolean dryRun, ImportProgress progress) {
        return send(IMPORTS, profile, files, new HashMap<>(), dryRun, progress);
    }

    @Override
    public ImportOutcome prices(
            String profile,
            List<CalendarFile> files,
            @Nullable String instrument,
            boolean dryRun,
            ImportProgress progress) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("instrument", instrument);
        return send("prices/" + IMPORTS, profile, files, parameters, dryRun, progress);
    }

    private ImportOutcome send(
            String path,
            String profile,
            List<CalendarFile> files,
            Map<String, @Nullable String> parameters,
            boolean dryRun,
            ImportProgress progress) {
        if (files.size() >= UploadResolver.MOST_PARTS) {
            throw UploadResolver.tooManyParts();
        }
        String label = UUID.randomUUID().toString();
        Path layout = ProfileFolders.isFile(profile) ? Path.of(profile) : null;
        parameters.put("profile", profile);
        parameters.put("dryRun", String.valueOf(dryRun));
        parameters.put("label", label);
        CountDownLatch done = new CountDownLatch(1);
        Thread watch = Thread.ofVirtual().start(() -> watch(label, progress, done));
        Thread cancel = new Thread(() -> cancel(label), "cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        try {
            byte[] answer = server.change("POST", path, parameters, MultipartBody.of(files, layout));
            return Json.mapper().readValue(answer, ImportOutcome.class);
        } finally {
            done.countDown();
            join(watch);
            keep(cancel);
        }
    }

    /// Ctrl+C takes back what was sent.
    private void cancel(String label) {
        try {
            server.change("DELETE", IMPORTS + "/running/" + label, Map.of(), null);
        } catch (MacroEdgeException gone) {
            // a server that ends stores nothing of an import under way
        }
    }

    /// The import has ended by itself.
    private static void keep(Thread cancel) {
        try {
            Runtime.getRuntime().removeShutdownHook(cancel);
        } catch (IllegalStateException stopping) {
            // this process was told to stop at the same time
        }
    }

    private void watch(String label, ImportProgress progress, CountDownLatch done) {
        String file = "";
        long facts = 0;
        try {
            while (!done.await(ASKED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                for (RunningImports.RunningImport running : running()) {
                    if (!label.equals(running.label())) {
                        continue;
                    }
                    if (running.file() != null && !running.file().equals(file)) {
                        file = running.file();
                        progress.reading(file);
                    }
                    if (running.facts() == 0) {
                        progress.read(running.rows());
                    } else if (running.facts() > facts) {
                        facts = running.facts();
                        progress.writing(facts);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<RunningImports.RunningImport> running() {
        byte[] answer = server.get(IMPORTS + "/running", Map.of());
        return answer == null
                ? List.of()
                : Json.mapper()
                        .readValue(answer, RunningImports.RunningList.class)
                        .items();
    }

    private static void join(Thread watch) {
        try {
            watch.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<BatchView> list() {
        return read(IMPORTS, Map.of(), BatchList.class).items();
    }

    @Override
    public long undo(long batch) {
        byte[] answer = server.change("POST", IMPORTS + "/" + batch + "/undo", Map.of(), null);
        return Json.mapper().readValue(answer, UndoResult.class).batch();
    }

    @Override
    public List<QuarantinedRow> quarantine(@Nullable Long batch) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("batch", batch == null ? null : String.valueOf(batch));
        return read(IMPORTS + "/quarantine", parameters, Quarantine.class).items();
    }

    @Override
    public List<Long> removeSample() {
        byte[] answer = server.change("DELETE", IMPORTS + "/sample", Map.of(), null);
        return Json.mapper().readValue(answer, SampleRemoved.class).batches();
    }

    private <T> T read(String path, Map<String, @Nullable String> parameters, Class<T> shape) {
        T answer = server.get(path, parameters, shape);
        if (answer == null) {
            throw server.gone();
        }
        return answer;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
