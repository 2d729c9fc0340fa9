package org.macroedge.server.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.jobs.view.JobRunList;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.platform.web.NeedsRole;
import org.macroedge.server.platform.web.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The jobs over HTTP: the same as on the command line.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "jobs", description = "Work by the clock: when it runs, what it did, and running it by hand")
class JobsController {

    /// What a name can have; it is part of an address.
    private static final String NAME = "^[A-Za-z0-9_-][A-Za-z0-9._-]*$";

    private static final String WORDS =
            "a name of letters, digits, underscores, hyphens, and points after the first letter";

    private static final int LONGEST_NAME = 100;

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(
            summary = "Every job: when it runs, and its latest run",
            description = "Jobs fetch from sources, compute and export. Each says its times, whether it "
                    + "is paused, when it runs next, and how its latest run ended.")
    JobList list() {
        return jobs.list();
    }

    @GetMapping("/history")
    @Operation(
            summary = "The latest runs, latest first",
            description = "Each with its start, end, result and fault; of one job where it is named.")
    @FailsWith(ProblemCode.UNKNOWN_JOB)
    JobRunList history(
            @RequestParam(required = false)
                    @Parameter(
                            description = "Only runs of this job.",
                            example = "bias_engine",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = WORDS,
                                            minLength = 1,
                                            maxLength = LONGEST_NAME,
                                            pattern = NAME))
                    @Nullable
                    String job,
            @RequestParam(defaultValue = "50")
                    @Parameter(
                            description = "At most so many.",
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    int limit) {
        return jobs.history(job, limit);
    }

    @PostMapping("/{job}/run")
    @Operation(
            summary = "Runs a job now, and answers when it has ended",
            description = "Jobs that follow it run too. A paused job can be run by hand.")
    @FailsWith({ProblemCode.UNKNOWN_JOB, ProblemCode.JOB_RUNS, ProblemCode.JOB_ELSEWHERE})
    JobRunItem run(@PathVariable @JobName String job) {
        return jobs.run(job);
    }

    @PostMapping("/{job}/pause")
    @NeedsRole(Role.ADMIN)
    @Operation(
            summary = "Keeps a job from running by the clock and after others",
            description = "A run under way goes on. It can still be run by hand. The pause stays over "
                    + "restarts until it is ended.")
    @FailsWith(ProblemCode.UNKNOWN_JOB)
    JobItem pause(@PathVariable @JobName String job) {
        return jobs.pause(job);
    }

    @PostMapping("/{job}/resume")
    @NeedsRole(Role.ADMIN)
    @Operation(summary = "Ends the pause of a job", description = "It runs again by the clock and after others.")
    @FailsWith(ProblemCode.UNKNOWN_JOB)
    JobItem resume(@PathVariable @JobName String job) {
        return jobs.resume(job);
    }

    /// The parameter of a path.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @Parameter(
            description = "The name of a job.",
            example = "bias_engine",
            schema =
                    @Schema(
                            type = "string",
                            description = WORDS,
                            minLength = 1,
                            maxLength = LONGEST_NAME,
                            pattern = NAME))
    private @interface JobName {}
}
