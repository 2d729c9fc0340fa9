package org.macroedge.server.alerts.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a channel sends e-mail, and to whom.
///
/// @param from the address of the sender
/// @param to the addresses of the recipients, at least one
/// @param login null where the server needs none
public record MailRoute(
        MailTls tls, String from, List<String> to, @Nullable Login login) {

    public MailRoute {
        to = List.copyOf(to);
    }

    /// The user of a mail server.
    public record Login(String user, String password) {

        /// Leaves out the password.
        @Override
        public String toString() {
            return "Login[***]";
        }
    }
}
