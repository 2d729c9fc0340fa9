package org.macroedge.server.alerts.channels;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where alerts are sent.
///
/// @param id of the channel, unique in its file
/// @param address to which a message is sent; it may hold a key, and is not shown
/// @param signing with what a webhook is signed; null for other kinds
/// @param chat of Telegram; null for other kinds
/// @param mail how e-mail is sent; null for other kinds
/// @param isPrivate whether the file allows its host a private address
public record AlertChannel(
        String id,
        ChannelKind kind,
        URI address,
        @Nullable WebhookSigning signing,
        @Nullable String chat,
        @Nullable MailRoute mail,
        boolean isPrivate) {

    /// A channel of another kind than e-mail, with a public address.
    public AlertChannel(
            String id, ChannelKind kind, URI address, @Nullable WebhookSigning signing, @Nullable String chat) {
        this(id, kind, address, signing, chat, null, false);
    }

    /// Leaves out what may hold a key.
    @Override
    public String toString() {
        return "AlertChannel[" + kind.code() + " " + id + "]";
    }
}
