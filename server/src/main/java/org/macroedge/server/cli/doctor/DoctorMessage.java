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
    STORE_UNREACHABLE(new Wording(
            "doctor",
            "the store in the database of MACRO_EDGE_DATABASE_URL cannot be opened: {reason}",
            "That PostgreSQL does not run, cannot be reached from here, or refuses the user.",
            "The message says what to do; the log of that PostgreSQL says more")),
    TIMESCALE_UNUSED(new Wording(
            "doctor",
            "the store does not use {parts} of {version}",
            "It was made before the server had them, or with another MACRO_EDGE_TIMESCALE.",
            "Stop the servers of this store, and run `database timescale`, which moves it with its data")),
    TIMESCALE_REFUSED(new Wording(
            "doctor",
            "the store uses {parts}, which licence {licence} of TimescaleDB does not cover",
            "The server of the database was started with another timescaledb.license since the store was made.",
            "Set timescaledb.license = 'timescale' on that server, and start it again")),
    COLUMNSTORE_OFF(new Wording(
            "doctor",
            "the columnstore of {version} is not used",
            "Earlier versions can return wrong rows after changes.",
            "Update TimescaleDB to {safe} or later, and run `database timescale`; until then rows need more disk"
                    + " space")),
    FAULTY_SETTING_FILE(new Wording(
            "doctor",
            "{fault}",
            "A file that a setting names has a fault, or a secret that it names is not set here.",
            "A server does not start with it; one that runs has read an earlier edit")),
    NO_WEIGHT_SET(new Wording(
            "doctor",
            "scheduled export {export} cannot be written: no such weight set is in force",
            "It was taken back, or never published.",
            "Publish it again, or name another one in the file of exports")),
    EXPORT_FAILED(new Wording(
            "doctor",
            "the latest run of {job} failed: {result}",
            "Its folder, its bucket or what it names cannot be used.",
            "Remove the cause; `jobs run` with its name then writes the file that was due last")),
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
            "A process ended before it brought them up to date, or servers do so just now. Answers do not read them;"
                    + " your own SQL does.",
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
    CLOCKS_DIFFER(new Wording(
            "doctor",
            "the clock of this machine shows {now}, and that of the database {database}",
            "One of the two clocks is wrong.",
            "Let a time server (NTP) set both; changes are stored with the time of this machine")),
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
    SOURCE_KEY(new Wording(
            "doctor",
            "{source} is off: {note}",
            "Its key is kept in a vault (MACRO_EDGE_KEYS), which does not give it.",
            "docs/how-to/keep-keys-in-a-vault.md has the settings; `sources list` shows whether it is on")),
    NO_KEY_IN_FORCE(new Wording(
            "doctor",
            "no key is in force, so that nobody can ask the server",
            "None was created, or all have expired or were revoked.",
            "`keys create NAME --role analyst` makes one")),
    KEY_EXPIRES(new Wording(
            "doctor",
            "key {name} ({id}) expires at {time}",
            "It was created for a limited time.",
            "`keys create` makes another; give it to whatever uses this one before then")),
    REDIS_SILENT(new Wording(
            "doctor",
            "Redis at {address} does not answer",
            "It does not run, or a network or firewall lies between.",
            "Start it, or correct {variable}, or leave it out; until then answers are slower, and limits hold for each"
                    + " server by itself")),
    REDIS_REFUSES(new Wording(
            "doctor",
            "Redis at {address} refuses access",
            "User or password are missing or wrong, or the program there is not Redis.",
            "Correct {variable}; until then answers are slower, and limits hold for each server by itself")),
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
    PART_DOWN(new Wording(
            "doctor",
            "part {part} of the server does not work: {reason}",
            "It has ended, or lacks what it needs: the database, the disk, memory.",
            "docs/runbooks/part-down.md says what to do for each part")),
    PART_SLOWER(new Wording(
            "doctor",
            "part {part} of the server works less well: {reason}",
            "Something that it can do without does not answer.",
            "docs/runbooks/part-down.md says what to do for each part")),
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
