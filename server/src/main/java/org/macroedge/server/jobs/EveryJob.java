package org.macroedge.server.jobs;

import java.util.List;
import java.util.stream.Stream;

/// The jobs of every module.
record EveryJob(List<Job> jobs) {

    static EveryJob of(List<Job> fixed, Stream<ConfiguredJobs> configured) {
        return new EveryJob(Stream.concat(fixed.stream(), configured.flatMap(more -> more.jobs().stream()))
                .toList());
    }
}
