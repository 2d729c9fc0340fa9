package org.macroedge.server.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.board.view.BoardAnswer;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.surprises.AnswerInstant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everything that the first page shows, in one answer.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/board", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "board", description = "Everything that the first page shows")
class BoardController {

    private final LatestBias latest;
    private final LatestCalendar calendar;

    BoardController(LatestBias latest, LatestCalendar calendar) {
        this.latest = latest;
        this.calendar = calendar;
    }

    @GetMapping
    @Operation(
            summary = "The bias summary, the next releases that could change a label, the scores of 90 days and the"
                    + " calendar of two weeks, in one answer",
            description = "Each part has the numbers of the answer that it stands for: `bias/summary`, `flips`,"
                    + " `bias/{instrument}/history` and `calendar`. All are as of the instant of the summary, from the"
                    + " facts of one record time.")
    BoardAnswer board(WeightedQuery query) {
        BiasAnswers bias = latest.at(query.recordedAt());
        BiasSummary summary = bias.summary(query.asOf(), query.weightSet());
        return new BoardAnswer(
                summary,
                bias.nextFlips(summary.asOf(), query.weightSet()),
                bias.closes(summary.asOf(), query.weightSet()),
                calendar.of(bias.surprises()).around(new AnswerInstant(summary.asOf(), summary.stale())));
    }
}
