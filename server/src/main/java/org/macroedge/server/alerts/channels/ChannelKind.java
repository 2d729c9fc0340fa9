package org.macroedge.server.alerts.channels;

import org.macroedge.engine.vocabulary.Coded;

/// Which form of message a channel takes.
public enum ChannelKind implements Coded {
    /// JSON, signed by the scheme of Standard Webhooks.
    WEBHOOK,
    /// An incoming webhook of Slack, or of a program that takes the same form.
    SLACK,
    /// A webhook of Discord.
    DISCORD,
    /// A bot of Telegram.
    TELEGRAM,
    /// E-mail, through an SMTP server.
    MAIL
}
