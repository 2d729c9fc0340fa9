package org.macroedge.server.platform.trace;

import org.jspecify.annotations.Nullable;

/// Where the program says what it is doing, so that a trace shows it. Without a collector nothing is recorded, and no
/// class of OpenTelemetry is loaded. Thread-safe.
public final class Traces {

    /// A piece of work in progress in this thread, which ends where it is closed.
    public interface Step extends AutoCloseable {

        void add(String attribute, String value);

        void add(String attribute, long value);

        /// Says that the work failed.
        ///
        /// @param kind the class of the fault: its message may hold anything
        void fail(Class<? extends Throwable> kind);

        @Override
        void close();
    }

    /// What records the steps.
    interface Recorder {

        /// @param alone whether the work is recorded also where no other is in progress in this thread
        Step begin(String name, boolean alone);

        Step beginStatement(String operation);
    }

    /// A step that nobody records.
    static final Step NONE = new Step() {
        @Override
        public void add(String attribute, String value) {}

        @Override
        public void add(String attribute, long value) {}

        @Override
        public void fail(Class<? extends Throwable> kind) {}

        @Override
        public void close() {}
    };

    private static volatile @Nullable Recorder recorder;

    private Traces() {}

    static void use(@Nullable Recorder with) {
        recorder = with;
    }

    /// Whether anything is recorded, so that a caller can spare the making.
    public static boolean isOn() {
        return recorder != null;
    }

    /// Begins work that a trace may start with, such as a job.
    public static Step work(String name) {
        Recorder with = recorder;
        return with == null ? NONE : with.begin(name, true);
    }

    /// Begins a part of work; alone it is not recorded.
    static Step part(String name) {
        Recorder with = recorder;
        return with == null ? NONE : with.begin(name, false);
    }

    /// Begins a statement of SQL; alone it is not recorded.
    ///
    /// @param operation its first word
    public static Step statement(String operation) {
        Recorder with = recorder;
        return with == null ? NONE : with.beginStatement(operation);
    }
}
