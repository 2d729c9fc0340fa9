package org.macroedge.server.platform.error;

/// What a server writes to its log while it works in the background: one line each, without a stack trace where the
/// user can act on it.
public enum LogMessage implements Message {
    CONSUMER_FAILED(new Wording(
            "log",
            "A change of the facts could not be brought into the stored history: {reason}",
            "The database or the disk does not allow it at the moment; the facts themselves are stored.",
            "It is tried again every {interval} seconds; `doctor` shows whether the stored history is up to date")),
    STREAM_BEHIND(new Wording(
            "log",
            "Events could not be sent to those that follow the stream: {reason}",
            "The database does not give them at the moment.",
            "It is tried again every {seconds} seconds; nothing is left out")),
    HISTORY_BEHIND(new Wording(
            "log",
            "The server stops before the stored history is up to date: {reason}",
            "The database or the disk did not allow it.",
            "The next start brings it up to date")),
    AGGREGATE_BEHIND(new Wording(
            "log",
            "The mean surprise in SQL does not show the last change yet: {reason}",
            "TimescaleDB could not refresh its aggregate of daily surprises; the rows themselves are stored.",
            "It is tried again every {seconds} seconds, and by a job of the database every hour")),
    AGGREGATE_REFUSED(new Wording(
            "log",
            "The mean surprise in SQL stays as it is: licence {licence} of TimescaleDB does not cover its aggregate",
            "The server of the database was started with another timescaledb.license since the store was made.",
            "Set timescaledb.license = 'timescale' on that server, and start it again; the next change of the store"
                    + " brings the aggregate up to date")),
    COLUMNSTORE_OFF(new Wording(
            "log",
            "The columnstore is off: TimescaleDB {version} can return wrong rows from it after corrections",
            "The version has known faults of compressed chunks.",
            "Update the extension to {safe} or later, stop the servers, and run macro-edge database timescale")),
    HISTORY_INTERRUPTED(new Wording(
            "log",
            "The server stops before the stored history is up to date: it did not get ready within {seconds} seconds",
            "A long change of the stored history was under way; it was rolled back.",
            "The next start brings it up to date")),
    TASK_FAILED(new Wording(
            "log",
            "Task {task} failed: {reason}",
            "The database or the disk does not allow a regular task of the server at the moment.",
            "It runs again in {interval}")),
    JOB_FAILED(new Wording(
            "log",
            "Job {job} failed unexpectedly",
            "A fault of the program; its stack trace follows the line.",
            "Report it with the trace")),
    DATABASE_ENDED(new Wording(
            "log",
            "The embedded database ended unexpectedly",
            "Its process was killed, or it crashed; `database.log` in the home has its last words.",
            "The server starts it again")),
    PORT_TAKEN(new Wording(
            "log",
            "Another program has port {port} of the embedded database, which takes {other} from now on",
            "The port that the database had at its last start is not free.",
            "Programs that read it by SQL need the new port; `doctor` prints it")),
    DATABASE_RUNS(new Wording(
            "log",
            "The embedded database runs again",
            "The server started it again after it had ended.",
            "Nothing is to be done")),
    DATABASE_SILENT(new Wording(
            "log",
            "The database does not answer: {reason}",
            "Its process is stopped, hangs or cannot be reached. Requests get 503, and work in progress was broken"
                    + " off.",
            "Let it continue or start it again; the server then goes on by itself")),
    DATABASE_ANSWERS(new Wording(
            "log", "The database answers again", "It did not answer for some time.", "Nothing is to be done")),
    DATABASE_STAYS_DOWN(new Wording(
            "log",
            "The embedded database cannot be started again yet: {reason}",
            "It ended under the server, and what ended it lasts, such as a full disk.",
            "Remove the cause; the server tries again every {seconds} seconds")),
    EVENTS_WAIT(new Wording(
            "log",
            "Events wait in the log: {reason}",
            "The broker does not run, cannot be reached or refuses this server. Everything else goes on.",
            "It is tried again every {seconds} seconds, and nothing is left out")),
    EVENTS_LEFT(new Wording(
            "log",
            "The server stops while events wait for the broker: {reason}",
            "The broker did not take them.",
            "The next start sends them")),
    DEAD_LETTER(new Wording(
            "log",
            "Event {id} of type {type} could not be sent and became a dead letter",
            "The broker refuses it as too large or invalid, or it is not as its schema has it.",
            "The dead letter says why; the event stays in the log for 30 days")),
    REDIS_FAILED(new Wording(
            "log",
            "Redis at {address} cannot be used",
            "It does not run, hangs, cannot be reached or refuses this server. Each server makes its own answers"
                    + " meanwhile; they are the same.",
            "Let it run again; it is tried again every {seconds} seconds")),
    LIMITS_ALONE(new Wording(
            "log",
            "Redis at {address} cannot be asked for limits",
            "It does not run, hangs, cannot be reached or refuses this server. Each server keeps its limits by itself"
                    + " meanwhile, so that a caller of several servers has the limit of each.",
            "Let it run again; it is tried again every {seconds} seconds")),
    NOT_SHARED(new Wording(
            "log",
            "Ready answers are not shared through Redis: {reason}",
            "The database does not tell which one it is, or does not answer. Each server makes its own answers"
                    + " meanwhile; they are the same.",
            "Let the user of the database call pg_control_system(), or see the log about the database")),
    CATALOGUE_IN_FORCE(new Wording(
            "log",
            "The catalogue files of this process are in force: {hash}",
            "An edit of the catalogue was adopted, or the files are again those in force.",
            "Nothing is to be done")),
    EDIT_FAULTY(new Wording(
            "log",
            "An edit of the catalogue has no effect: {fault}",
            "A file of the catalogue was saved with a fault; answers use the catalogue as it was before.",
            "Correct the file; `catalogue check` shows all faults")),
    WEIGHTS_UNREADABLE(new Wording(
            "log",
            "A published weight set is left out: {fault}",
            "It was published by another version of macro-edge, and this one cannot read its definition.",
            "Propose it anew and publish that, or run the version that published it")),
    AUDIT_FAILED(new Wording(
            "log",
            "The audit log misses a row: {operation} by {who}, status {status}, targets {targets} ({reason})",
            "The database did not take the row. The change itself is as its answer says.",
            "Keep this line; it stands for the row")),
    ALERT_GIVEN_UP(new Wording(
            "log",
            "Alert {id} was not delivered to channel {channel} in {attempts} attempts: {fault}",
            "The receiver did not take it for a day or refused it for good, or no server had the channel.",
            "Correct the channel or its receiver, and test it with `alerts test`; `alerts list` shows what was"
                    + " raised")),
    ALERT_CHANNEL_HELD(new Wording(
            "log",
            "Nothing is sent to channel {channel} for now: {fault}",
            "The receiver does not accept the login, and could lock the account if it were tried for each alert."
                    + " Alerts wait, each for a day.",
            "Correct the user or the password and restart the server; `alerts test` then sends a message at once, and"
                    + " what waits follows")),
    THREAD_FAILED(new Wording(
            "log",
            "Thread {thread} ended unexpectedly",
            "A fault of the program; its stack trace follows the line.",
            "Report it with the trace")),
    REQUEST_FAILED(new Wording(
            "log",
            "Request {id} failed unexpectedly",
            "A fault of the program; its stack trace follows the line.",
            "Report it with the trace"));

    private final Wording wording;

    LogMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
