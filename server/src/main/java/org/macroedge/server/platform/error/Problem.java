package org.macroedge.server.platform.error;

/// A message about a failure that ends a request or a command.
public interface Problem extends Message {

    /// The failure to throw.
    ///
    /// @param values of the names in text and remedy, in the order in which they first appear
    default MacroEdgeException exception(Object... values) {
        return new MacroEdgeException(code(), text(values), advice(values), null);
    }

    /// The failure to throw, for a reason that the log keeps.
    ///
    /// @param values of the names in text and remedy, in the order in which they first appear
    default MacroEdgeException causedBy(Throwable cause, Object... values) {
        return new MacroEdgeException(code(), text(values), advice(values), cause);
    }

    /// The code of the failure.
    default ProblemCode code() {
        return ProblemCode.ofCode(wording().code());
    }
}
