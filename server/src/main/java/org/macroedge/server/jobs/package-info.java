/// Work that a server repeats: a module declares a [Task] as a bean, and the server runs it.
///
/// Tasks live in memory: each runs when the server starts and then at its interval, in every server. Durable schedules,
/// dependencies, retries and a record of each run come with the connectors.
@NullMarked
package org.macroedge.server.jobs;

import org.jspecify.annotations.NullMarked;
