package org.macroedge.server.jobs;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerRole;

/// Work that runs by the clock or after other work, with a record of each run that outlives the process. A module
/// declares its jobs as beans.
///
/// @param name as `daily_macro_ingestion.us`: what a part before a dot names is a group
/// @param description for people, as a sentence
/// @param schedule null where it runs only after others, or by hand
/// @param after names or groups of jobs; each run of one of them that succeeds is followed by one of this job
/// @param role of the server that runs it by the clock
/// @param work with the result of a run in one line
public record Job(
        String name,
        String description,
        @Nullable JobTiming schedule,
        Set<String> after,
        ServerRole role,
        JobWork work) {

    /// Of every name.
    static final String NAME = "[a-z][a-z0-9_]{0,60}(\\.[a-z0-9_-]{1,20})?";

    private static final Pattern VALID = Pattern.compile(NAME);

    public Job {
        if (!VALID.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a job: " + name);
        }
        after = Set.copyOf(after);
    }

    /// The name without its part after a dot.
    String group() {
        return name.replaceFirst("\\..*", "");
    }

    boolean follows(Job other) {
        return after.contains(other.name) || after.contains(other.group());
    }
}
