package org.macroedge.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.TimescaleServer;

/// What `doctor` says about what a store does not use of TimescaleDB, by version, licence and parts.
class TimescaleChecksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        2.29.2 | timescale | none                              | TIMESCALE_UNUSED
        2.29.2 | timescale | hypertables                       | TIMESCALE_UNUSED
        2.29.2 | timescale | hypertables aggregate             | TIMESCALE_UNUSED
        2.29.2 | timescale | hypertables aggregate columnstore | none
        2.29.1 | timescale | hypertables aggregate             | COLUMNSTORE_OFF
        2.29.2 | apache    | none                              | TIMESCALE_UNUSED
        2.29.2 | apache    | hypertables                       | none
        2.29.2 | apache    | hypertables aggregate             | TIMESCALE_REFUSED
        """)
    void whatIsNotUsedIsNamedWithWhatToDo(
            String version, String licence, @Nullable String parts, @Nullable String message) {
        Optional<Check> check =
                TimescaleChecks.fault(new TimescaleServer(version, licence), parts(parts), TimescaleSettings.DEFAULT);

        assertThat(check.isPresent()).isEqualTo(message != null);
        check.ifPresent(found -> {
            assertThat(found.state()).isEqualTo("warn");
            DeclaredMessages.assertSeen("DoctorMessage." + message, found.text() + ". " + found.remedy());
        });
    }

    private static Set<StorePart> parts(@Nullable String codes) {
        return codes == null
                ? Set.of()
                : Arrays.stream(codes.split(" "))
                        .map(code -> Coded.of(StorePart.class, code))
                        .collect(Collectors.toSet());
    }
}
