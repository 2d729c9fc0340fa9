package org.macroedge.server.releases.importing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.ClientConnection;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.Profiles;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports over HTTP: the same as on the command line.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "imports", description = "What came in, and how to take it back")
class ImportsController {

    private final Imports imports;
    private final Profiles profiles;
    private final RunningImports running;

    ImportsController(Imports imports, Profiles profiles, RunningImports running) {
        this.running = running;
        this.imports = imports;
        this.profiles = profiles;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Imports calendar files as one batch, all of it or nothing",
            description = "Rows that cannot be read are quarantined with the reason, and the others are "
                    + "stored. With `dryRun=true` nothing is stored, and the answer says what would " + "be.")
    @FailsWith({
        ProblemCode.UNKNOWN_PROFILE,
        ProblemCode.CATALOGUE_CHANGED,
        ProblemCode.IMPORT_CANCELLED,
        ProblemCode.UPLOAD_TOO_LARGE,
        ProblemCode.FILE_FAULT,
        ProblemCode.PROFILE_FAULT
    })
    ImportOutcome calendar(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam
                    @Parameter(
                            description = "The layout's name",
                            example = "macro-edge",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = Uploads.NO_CONTROLS_WORDS,
                                            minLength = 1,
                                            maxLength = Uploads.LONGEST_PATH,
                                            pattern = Uploads.NO_CONTROLS))
                    String profile,
            @RequestParam(required = false) @Uploads.Layout @Nullable MultipartFile layout,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Uploads.Label @Nullable String label,
            HttpServletRequest request)
            throws IOException {
        CalendarProfile read =
                layout == null ? profiles.shippedOrOwn(profile) : Uploads.layout(profile, layout, profiles::sent);
        ClientConnection client = ClientConnection.of(request);
        try (RunningImports.Tracked progress = running.start(label, profile, client::isClosed)) {
            return imports.run(new ImportRequest(profile, read, Uploads.files(files), false, dryRun), progress);
        }
    }

    @GetMapping("/profiles")
    @Operation(
            summary = "The names of the layouts that an import can be read by",
            description = "A profile says how the columns, dates, zones and units of a source's files " + "are read.")
    Profiles.ProfileNames profiles() {
        return new Profiles.ProfileNames(profiles.names());
    }

    @GetMapping("/running")
    @Operation(
            summary = "How far the imports under way are",
            description = "Rows read so far, of each import that this server is running. Empty where " + "none is.")
    RunningImports.RunningList running() {
        return running.list();
    }

    @DeleteMapping("/running/{label}")
    @Operation(
            summary = "Cancels the imports of a label that are under way; nothing of them is stored",
            description = "A client that closes the connection of an import cancels it too.")
    ImportsCancelled cancel(@Uploads.SentLabel @PathVariable String label) {
        return new ImportsCancelled(running.cancel(label));
    }

    @DeleteMapping("/sample")
    @Operation(
            summary = "Takes the sample out; what an import of yours brought or confirmed stays",
            description = "The sample of real releases that a new store begins with. Without it, answers "
                    + "are of your own data alone.")
    SampleRemoved removeSample() {
        return new SampleRemoved(imports.removeSample());
    }

    @GetMapping
    @Operation(
            summary = "Every batch, latest first",
            description = "What each import read, stored and left out, when, from which file or source, "
                    + "and whether it was taken back.")
    BatchList list() {
        return new BatchList(imports.list());
    }

    @GetMapping("/quarantine")
    @Operation(
            summary = "The rows that could not be read, word for word, with the reason",
            description = "Mend the file or the profile and import it again: what is stored already is "
                    + "not stored twice.")
    @FailsWith(ProblemCode.UNKNOWN_BATCH)
    Quarantine quarantine(
            @Parameter(
                            description = "Only rows of this batch; by default of every batch in force.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable
                    Long batch) {
        return new Quarantine(imports.quarantine(batch));
    }

    @PostMapping("/{batch}/undo")
    @Operation(
            summary = "Takes a batch back; the store then answers as if it had never come",
            description = "Answers as of an earlier record time stay as they were. Later batches that "
                    + "rest on it keep their own figures.")
    @FailsWith({ProblemCode.UNKNOWN_BATCH, ProblemCode.BATCH_ALREADY_UNDONE, ProblemCode.BATCH_OF_CATALOGUE})
    UndoResult undo(
            @Parameter(
                            description = "The number of a batch.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long batch) {
        return new UndoResult(imports.undo(batch));
    }
}
