package org.macroedge.server.cli.doctor;

import java.util.Locale;

/// What one check found.
///
/// @param name of what was checked
/// @param state `ok`, `warn` or `fail`
/// @param text what was found
/// @param remedy what to do; empty where all is well
public record Check(String name, String state, String text, String remedy) {

    /// How bad it is.
    enum State {
        OK,
        WARN,
        FAIL;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Check ok(String name, String text) {
        return new Check(name, State.OK.code(), text, "");
    }

    /// Something that works less well than it could.
    static Check warn(String name, DoctorMessage message, Object... values) {
        return of(name, State.WARN, message, values);
    }

    /// Something that does not work.
    static Check fail(String name, DoctorMessage message, Object... values) {
        return of(name, State.FAIL, message, values);
    }

    private static Check of(String name, State state, DoctorMessage message, Object... values) {
        String text = message.text(values);
        String advice = message.advice(values);
        return new Check(name, state.code(), text, advice.substring(text.length() + ". ".length()));
    }

    /// A store that cannot be opened.
    public static Check unusable(String reason) {
        return fail("store", DoctorMessage.STORE_UNUSABLE, reason);
    }

    /// The same of a store in a database that is not the embedded one.
    public static Check unreachable(String reason) {
        return fail("store", DoctorMessage.STORE_UNREACHABLE, reason);
    }

    /// Whether it does not work.
    public boolean isFailure() {
        return state.equals(State.FAIL.code());
    }
}
