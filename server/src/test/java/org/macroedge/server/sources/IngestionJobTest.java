package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.sources.view.SourceRun;

class IngestionJobTest {

    private static SourceRun run(String source, String state) {
        return SourceRun.note(source, null, state, "code", "of the test", null);
    }

    @Test
    void theResultNamesEachSourceThatWasAsked() {
        assertThat(IngestionJob.result(List.of(run("first", SourceRun.OFF))))
                .isEqualTo("no source is on; `sources list` says how to switch one on");
        assertThat(IngestionJob.result(List.of(
                        run("first", SourceRun.OFF),
                        run("second", SourceRun.FRESH),
                        run("third", SourceRun.UNCHANGED))))
                .isEqualTo("second fresh; third unchanged");
    }

    @Test
    void aSourceThatFailedFailsTheRunInItsWords() {
        MacroEdgeException failed = catchThrowableOfType(
                MacroEdgeException.class,
                () -> IngestionJob.result(List.of(run("first", SourceRun.UNCHANGED), run("second", SourceRun.FAILED))));

        assertThat(failed).hasMessageStartingWith("second: of the test");
        DeclaredMessages.assertSeen("SourceProblem.FAILED", String.valueOf(failed.getMessage()));
    }
}
