package org.macroedge.server.sources.keys;

import java.util.Locale;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// Why the keys of sources cannot be read from where they are kept. No text holds what a vault answered.
public enum KeyMessage implements Message {
    UNREACHABLE(
            "its key cannot be read: {place} does not answer as it should",
            "The vault is down, its address or region is wrong, or a network lies between.",
            "Check the vault and the settings of docs/how-to/keep-keys-in-a-vault.md; it is asked again after a"
                    + " minute"),
    REFUSED(
            "its key cannot be read: {place} refuses access",
            "The token or the credentials are not valid, have expired, or may not read the secret.",
            "Renew them, or let their policy read this secret; it is asked again after a minute"),
    NO_SECRET(
            "its key cannot be read: {place} does not exist",
            "The name of the secret is misspelt, or it was deleted.",
            "Correct MACRO_EDGE_KEYS, or create the secret; it is asked again after a minute"),
    NOT_FIELDS(
            "its key cannot be read: {place} does not hold names with texts",
            "The secret is a single text or binary, or one of its fields is not a text.",
            "Store an object with a field for each key, named like its variable"),
    NOT_A_KEY(
            "its key cannot be read: field {name} of {place} does not hold a key",
            "A key has no blanks, line ends or letters beyond ASCII, and at most 1,000 letters.",
            "Store the key again as the publisher gave it");

    private final Wording wording;

    KeyMessage(String text, String cause, String remedy) {
        this.wording = new Wording("key-" + name().toLowerCase(Locale.ROOT).replace('_', '-'), text, cause, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// As in `key-unreachable`.
    public String code() {
        return wording.code();
    }
}
