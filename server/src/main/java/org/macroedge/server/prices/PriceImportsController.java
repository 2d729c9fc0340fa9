package org.macroedge.server.prices;

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
import org.macroedge.server.prices.profile.PriceProfile;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.RunningImports;
import org.macroedge.server.releases.importing.Uploads;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports of prices over HTTP: the same as on the command line.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/prices/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "imports")
class PriceImportsController {

    private final PriceImports imports;
    private final PriceProfiles profiles;
    private final RunningImports running;

    PriceImportsController(PriceImports imports, PriceProfiles profiles, RunningImports running) {
        this.imports = imports;
        this.profiles = profiles;
        this.running = running;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Imports files of prices as one batch, all of it or nothing",
            description = "It is listed, cancelled and undone like every import.")
    @FailsWith({
        ProblemCode.UNKNOWN_PROFILE,
        ProblemCode.UNKNOWN_INSTRUMENT,
        ProblemCode.CATALOGUE_CHANGED,
        ProblemCode.IMPORT_CANCELLED,
        ProblemCode.UPLOAD_TOO_LARGE,
        ProblemCode.FILE_FAULT,
        ProblemCode.PROFILE_FAULT
    })
    ImportOutcome prices(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam
                    @Parameter(
                            description = "The layout's name",
                            example = "yahoo",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = Uploads.NO_CONTROLS_WORDS,
                                            minLength = 1,
                                            maxLength = Uploads.LONGEST_PATH,
                                            pattern = Uploads.NO_CONTROLS))
                    String profile,
            @RequestParam(required = false) @Uploads.Layout @Nullable MultipartFile layout,
            @RequestParam(required = false)
                    @Parameter(
                            description = "The instrument of files whose symbol the catalogue gives to none.",
                            example = "EURUSD")
                    @Nullable
                    String instrument,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Uploads.Label @Nullable String label,
            HttpServletRequest request)
            throws IOException {
        PriceProfile read =
                layout == null ? profiles.shippedOrOwn(profile) : Uploads.layout(profile, layout, profiles::sent);
        ClientConnection client = ClientConnection.of(request);
        try (RunningImports.Tracked progress = running.start(label, profile, client::isClosed)) {
            return imports.run(
                    new PriceImportRequest(profile, read, Uploads.files(files), instrument, dryRun), progress);
        }
    }
}
