package org.macroedge.server.cli.doctor;

import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// What `doctor` warns about, or what it finds broken.
public enum DoctorMessage implements Message {
    OTHER_JAVA(new Wording(
            "doctor",
            "Java {version} runs, and macro-edge is built for Java 25",
            "The process was started by another Java than the launcher uses.",
            "Start it with ./macro-edge")),
    SMALL_HEAP(new Wording(
            "doctor",
            "the heap is limited to {megabytes:,} MB",
            "The process was started with less memory than imports and histories need.",
            "Leave -Xmx out of MACRO_EDGE_JAVA_OPTS, or set it to 512m or more")),
    NOT_A_FOLDER(new Wording(
            "doctor",
            "{path} is not a folder",
            "The home is a file, or something else than a folder.",
            "Name another home with --home or MACRO_EDGE_HOME")),
    NOT_WRITABLE(new Wording(
            "doctor",
            "{path} cannot be written by you",
            "The home belongs to another user, or its file system is read-only.",
            "Become its owner, or name another home with --home or MACRO_EDGE_HOME")),
    OPEN_HOME(new Wording(
            "doctor",
            "{path} can be read by other users ({rights})",
            "The home holds the password of the store, and its rights were widened.",
            "Run `chmod 700` on it")),
    LITTLE_SPACE(new Wording(
            "doctor",
            "{megabytes:,} MB are free",
            "The first run needs about 500 MB, and imports and rebuilds need some too.",
            "Free some space, or name a home on another disk")),
    FAULTY_CATALOGUE(new Wording(
            "doctor",
            "the catalogue has {faults} faults; the first: {first}",
            "A file of the catalogue was edited and cannot be used.",
            "`catalogue check` lists all faults")),
    FAULTY_PROFILE(new Wording(
            "doctor",
            "profile {profile} cannot be used: {fault}",
            "A profile in the home has a fault.",
            "Correct the field in the profile")),
    STORE_UNUSABLE(new Wording(
            "doctor",
            "the store cannot be opened: {reason}",
            "The database does not start, is held by another process, or does not answer.",
            "The message says what to do; database.log in the home says more")),
    OTHER_CATALOGUE(new Wording(
            "doctor",
            "{difference}",
            "Another process adopted a later edit of the catalogue.",
            "Copy the files that are in force here, or save one of these files again")),
    ONLY_SAMPLE(new Wording(
            "doctor",
            "the store has only the sample, which ends in {year}",
            "Nothing was imported yet; answers say that they are not about today's market.",
            "Import a calendar: `import calendar FILE --profile NAME`")),
    EMPTY_STORE(new Wording(
            "doctor",
            "the store has no releases",
            "Nothing was imported, or everything was undone.",
            "Import a calendar: `import calendar FILE --profile NAME`")),
    BEHIND(new Wording(
            "doctor",
            "the stored surprises and biases are behind the facts",
            "A process ended before it brought them up to date. Answers do not read them; your own SQL does.",
            "Any command or a server brings them up to date")),
    NO_CACHES(new Wording(
            "doctor",
            "no start-up caches; commands start more slowly",
            "The process was not started by the launcher, or MACRO_EDGE_AOT is off.",
            "Start it with ./macro-edge, and leave MACRO_EDGE_AOT out")),
    CACHES_IN_TRAINING(new Wording(
            "doctor",
            "start-up caches are being created; until then, commands start more slowly",
            "The clone was built or copied a moment ago.",
            "Wait about a minute")),
    CACHES_FAILED(new Wording(
            "doctor",
            "start-up caches could not be created ({parts}); commands start more slowly",
            "A run on a temporary home failed or took too long.",
            "{log} says why; the next build tries again")),
    CLOCK_BEHIND(new Wording(
            "doctor",
            "the clock of this machine shows {now}, before the last change of the store, {last}",
            "The clock was set back, or was ahead when the store was changed.",
            "Set the clock; changes get times after the last one until then")),
    VIRTUAL_CLOCK(new Wording(
            "doctor",
            "the clock is virtual: {clock} as the machine's",
            "MACRO_EDGE_CLOCK is set, which only tests of the program do.",
            "Remove the variable; what was stored under it has its times")),
    SOURCE_RESTS(new Wording(
            "doctor",
            "{source} {note}",
            "A source failed several times in a row, or asked for a pause.",
            "`sources list` shows its last fault")),
    OUTSTANDING(new Wording(
            "doctor",
            "{late} and {missing} missing in {regions}, since {since}; {received:,} of {expected:,} expected in 100"
                    + " days have a figure",
            "A publisher is late, nothing has asked its source, or no import brought its figures.",
            "`calendar --from {from}` lists them; `ingest` asks the sources that are on")),
    SQL_CLOSED(new Wording(
            "doctor",
            "role reader cannot read the store by SQL: {reason}",
            "Its password was changed or its file was removed or replaced, or the database does not answer.",
            "Delete reader.pgpass in the home; the next start of a server makes a new login")),
    SERVER_SILENT(new Wording(
            "doctor",
            "the server at {address}, process {process}, does not answer",
            "The server is starting, hangs or was stopped by force.",
            "Wait a moment, or end that process and start it again")),
    SERVER_DOWN(new Wording(
            "doctor",
            "the server at {address} reports that it is {state}",
            "The server answers, but its database or another part does not work.",
            "Its standard error says why; restart it if it does not recover"));

    private final Wording wording;

    DoctorMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
