/// Work that a server repeats: a module declares a [Task] or a [Job] as a bean, and the server runs it.
///
/// A task lives in memory: it runs when the server starts and then at its interval, in every server. A job runs by the
/// clock or after other jobs, once for all servers of a store; its times, pauses and runs are in the database.
@NullMarked
package org.macroedge.server.jobs;

import org.jspecify.annotations.NullMarked;
