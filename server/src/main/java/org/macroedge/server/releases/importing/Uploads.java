package org.macroedge.server.releases.importing;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.BiFunction;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.releases.profile.CalendarFile;
import org.springframework.web.multipart.MultipartFile;

/// The form by which files are sent to be imported, with their layout and a label.
public final class Uploads {

    /// A layout that comes with its files may be named by its path.
    public static final int LONGEST_PATH = 4_096;

    /// What the name of a layout consists of.
    public static final String NO_CONTROLS = "^[^\\u0000-\\u001f\\u007f-\\u009f]+$";

    /// The same in words.
    public static final String NO_CONTROLS_WORDS = "a name without control characters";

    /// The name of a delivered layout.
    public static final String LAYOUT = "macro-edge";

    private static final int LONGEST_LABEL = 100;

    /// It is part of an address.
    private static final String LABEL = "^[A-Za-z0-9_-][A-Za-z0-9._-]*$";

    private static final String LABEL_WORDS =
            "a label of letters, digits, underscores, hyphens, and points after the first letter";
    private static final String OWN_LABEL = "mine";

    private Uploads() {}

    /// The layout itself.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "The layout itself, where the server has none of that name")
    public @interface Layout {}

    /// A name for the import while it runs.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "Names it while it runs",
            example = OWN_LABEL,
            schema =
                    @Schema(
                            type = "string",
                            description = LABEL_WORDS,
                            minLength = 1,
                            maxLength = LONGEST_LABEL,
                            pattern = LABEL))
    public @interface Label {}

    /// The label of an import in an address.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "The label that the import was sent with.",
            example = OWN_LABEL,
            schema =
                    @Schema(
                            type = "string",
                            description = LABEL_WORDS,
                            minLength = 1,
                            maxLength = LONGEST_LABEL,
                            pattern = LABEL))
    public @interface SentLabel {}

    /// The files of a form, in its order.
    public static List<CalendarFile> files(List<MultipartFile> parts) {
        return parts.stream()
                .map(part -> new CalendarFile(String.valueOf(part.getOriginalFilename()), part::getInputStream))
                .toList();
    }

    /// Reads a layout that came with its files.
    ///
    /// @param profile its name, or its path on the sender's machine
    /// @param reader of its file's name and bytes, of which one more than the longest document has says that it is
    /// longer
    public static <T> T layout(String profile, MultipartFile layout, BiFunction<String, byte[], T> reader)
            throws IOException {
        if (profile.length() > LONGEST_PATH || profile.chars().anyMatch(Character::isISOControl)) {
            throw InvalidValue.of("profile", profile, NO_CONTROLS_WORDS, LAYOUT);
        }
        try (InputStream bytes = layout.getInputStream()) {
            return reader.apply(
                    String.valueOf(layout.getOriginalFilename()), bytes.readNBytes(YamlDocument.MOST_BYTES + 1));
        }
    }
}
