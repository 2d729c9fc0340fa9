package org.macroedge.server.app;

/// What this process does when it is told to stop, by Ctrl+C or a signal: else the database of a stopped
/// command would go on without it.
final class StopHook {

    private final Thread thread = new Thread(this::run, "stop");
    private Runnable work;

    private StopHook(Runnable work) {
        this.work = work;
    }

    static StopHook register(Runnable work) {
        StopHook hook = new StopHook(work);
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    private void run() {
        current().run();
    }

    private synchronized Runnable current() {
        return work;
    }

    synchronized void replace(Runnable replacement) {
        work = replacement;
    }

    /// The work is done otherwise.
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException stopping) {
            // it is running or has run
        }
    }
}
