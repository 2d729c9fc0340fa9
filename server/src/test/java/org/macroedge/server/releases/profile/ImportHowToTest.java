package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.macroedge.server.releases.intake.RowFault.Reason;

/// What `docs/how-to/import-a-calendar.md` shows is what happens.
class ImportHowToTest {

    private static final Path PAGE = Path.of("../docs/how-to/import-a-calendar.md");
    private static final Path SCHEMA = Path.of("../catalogue/schema/profiles.json");

    /// Why this adapter sets rows aside; the intake has reasons of its own.
    private static final List<Reason> READING = List.of(
            Reason.UNREADABLE_INSTANT,
            Reason.UNREADABLE_ACTUAL,
            Reason.UNREADABLE_PERIOD,
            Reason.UNREADABLE_CAPTURE,
            Reason.FORECAST_SPREAD,
            Reason.FUTURE_ACTUAL,
            Reason.UNIT_CONTRADICTION,
            Reason.UNSTORABLE_TEXT,
            Reason.FIELD_COUNT);

    private static final Pattern BLOCK = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static CalendarProfile profile(String yaml) {
        return new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> ReadRows.CATALOGUE)
                .sent("mine.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstFileIsReadByTheFirstProfile() throws IOException {
        List<String> blocks = blocks();

        ReadRows rows = ReadRows.of(
                profile(blocks.get(1)), "mine.csv", blocks.getFirst().getBytes(StandardCharsets.UTF_8));

        assertThat(rows.mapped).hasSize(2);
        assertThat(rows.unmapped).containsExactly("ISM Manufacturing Prices");
        assertThat(rows.faults).isEmpty();
    }

    @Test
    void everyProfileOfThePageCanBeRead() throws IOException {
        assertThat(blocks().stream().filter(block -> block.startsWith("source:")))
                .hasSize(2)
                .allSatisfy(yaml -> assertThat(profile(yaml).source()).isEqualTo("my-calendar"));
    }

    @Test
    void everyFieldAndEveryReasonIsDescribed() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(ProfileFieldsTest.fields(Files.readString(SCHEMA)))
                .allSatisfy(field -> assertThat(page).contains(field.substring(field.lastIndexOf('.') + 1)));
        assertThat(READING).allSatisfy(reason -> assertThat(page).contains("`" + reason.code() + "`"));
    }
}
