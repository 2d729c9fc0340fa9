package org.macroedge.server.platform.error;

/// What a user is told beside an answer, on standard error; a server logs it.
public enum NoteMessage implements Message {
    FIRST_RUN(new Wording(
            "note", "First run: setting up the store in {home}", "The home has no store yet.", "Wait some seconds")),
    VIRTUAL_CLOCK(new Wording(
            "note",
            "The clock is virtual: {clock} as the machine's. Nothing here happens at its real time",
            "MACRO_EDGE_CLOCK is set, which only tests of the program do.",
            "Remove the variable")),
    WAITING(new Wording(
            "note",
            "Waiting up to {seconds} seconds for {who}",
            "Another process holds the home for a moment.",
            "Wait, or end that process")),
    WAITING_FOR_WORK(new Wording(
            "note",
            "Waiting for {who}, which sets up the store or brings it up to date",
            "Another process holds the home and does what can take minutes.",
            "Wait, or end that process")),
    SAMPLE_LOADED(new Wording(
            "note",
            "Loaded the sample: {rows:,} rows of real figures. They end in {year}; this is not"
                    + " today's market. `sample remove` removes them",
            "The store was empty.",
            "Import a calendar of your own")),
    CATALOGUE_EDITED(new Wording(
            "note",
            "The catalogue was edited: {releases:,} releases moved to its release times",
            "A release time of the catalogue was edited, and dates without a clock time follow it.",
            "Undo the edit to move them back")),
    CATALOGUE_DIFFERS(new Wording(
            "note",
            "The catalogue files of this process ({own}) differ from the catalogue in force"
                    + " ({inForce}), which was adopted later. Answers use the catalogue in force; stored"
                    + " surprises and biases are left to a process that has its files. To return to the files"
                    + " of this process, save one of them again",
            "Another process adopted a later edit of the catalogue.",
            "Copy the files that are in force here, or save one of these files again")),
    HISTORY_BEHIND(new Wording(
            "note",
            "Bringing the stored history of surprises and biases up to date",
            "Facts have changed, and the stored rows follow them.",
            "Wait some seconds")),
    HISTORY_STAYS_BEHIND(new Wording(
            "note",
            "The stored history is not up to date: {reason}",
            "Bringing it up to date failed. No answer reads it.",
            "The next command tries again")),
    KUBERNETES(new Wording(
            "note",
            "Ignored, because Kubernetes sets them for a service called macro-edge: {variables}",
            "Variables have names like those of macro-edge.",
            "Give the service another name to avoid it"));

    private final Wording wording;

    NoteMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
