package org.macroedge.server.prices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.ClientConnection;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.prices.profile.PriceProfile;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.RunningImports;
import org.macroedge.server.releases.profile.CalendarFile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports of prices over HTTP: the same as on the command line.
@ServerOnly
@RestController
@RequestMapping(path = "/api/v1/prices/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "imports")
class PriceImportsController {

    /// A layout that comes with its files may be named by its path.
    private static final int LONGEST_PATH = 4_096;

    private static final int LONGEST_LABEL = 100;

    /// It is part of an address.
    private static final String LABEL = "^[A-Za-z0-9_-][A-Za-z0-9._-]*$";

    private static final String NO_CONTROLS = "^[^\\u0000-\\u001f\\u007f-\\u009f]+$";

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
                                            minLength = 1,
                                            maxLength = LONGEST_PATH,
                                            pattern = NO_CONTROLS))
                    String profile,
            @RequestParam(required = false)
                    @Parameter(description = "The layout itself, where the server has none of that name")
                    @Nullable
                    MultipartFile layout,
            @RequestParam(required = false)
                    @Parameter(
                            description = "The instrument of files whose symbol the catalogue gives to none.",
                            example = "EURUSD")
                    @Nullable
                    String instrument,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false)
                    @Parameter(
                            description = "Names it while it runs",
                            schema =
                                    @Schema(type = "string", minLength = 1, maxLength = LONGEST_LABEL, pattern = LABEL))
                    @Nullable
                    String label,
            HttpServletRequest request)
            throws IOException {
        List<CalendarFile> sent = files.stream()
                .map(file -> new CalendarFile(String.valueOf(file.getOriginalFilename()), file::getInputStream))
                .toList();
        PriceProfile read = layout == null ? profiles.shippedOrOwn(profile) : sent(profile, layout);
        ClientConnection client = ClientConnection.of(request);
        try (RunningImports.Tracked progress = running.start(label, profile, client::isClosed)) {
            return imports.run(new PriceImportRequest(profile, read, sent, instrument, dryRun), progress);
        }
    }

    private PriceProfile sent(String profile, MultipartFile layout) throws IOException {
        if (profile.length() > LONGEST_PATH || profile.chars().anyMatch(Character::isISOControl)) {
            throw InvalidValue.of("profile", profile);
        }
        try (InputStream bytes = layout.getInputStream()) {
            return profiles.sent(
                    String.valueOf(layout.getOriginalFilename()), bytes.readNBytes(YamlDocument.MOST_BYTES + 1));
        }
    }
}
