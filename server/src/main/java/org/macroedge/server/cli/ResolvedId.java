package org.macroedge.server.cli;

/// Resolves an id as a user writes it. It keeps only characters that an id can contain, so that the id fits into an
/// address and gets the same answer with a server and without.
final class ResolvedId {

    private ResolvedId() {}

    /// `EUR/USD` and `eur-usd` mean EURUSD.
    static String instrument(String text) {
        return orDash(text.replaceAll("[^A-Za-z0-9]", ""));
    }

    /// `us nonfarm payrolls` means us-nonfarm-payrolls.
    static String indicator(String text) {
        return orDash(text.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    private static String orDash(String id) {
        return id.isEmpty() ? "-" : id;
    }
}
