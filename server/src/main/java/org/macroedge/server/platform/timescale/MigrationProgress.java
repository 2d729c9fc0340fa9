package org.macroedge.server.platform.timescale;

import java.util.function.Consumer;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// Tells each step of a part that is done.
final class MigrationProgress implements Callback {

    private final StorePart part;
    private final Consumer<String> progress;

    MigrationProgress(StorePart part, Consumer<String> progress) {
        this.part = part;
        this.progress = progress;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String step = context.getMigrationInfo().getDescription().replace(' ', '_');
        progress.accept(part.code() + ": " + step);
    }

    @Override
    public String getCallbackName() {
        return "progress";
    }
}
