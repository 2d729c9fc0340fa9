package org.macroedge.server.cli;

/// An id as a user writes it. Only what an id can hold is kept, so that it can stand in an address and is answered in
/// the same words with a server and without.
final class AskedId {

    private AskedId() {}

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
