package org.macroedge.server.cli;

/// What changes a store, each as a command on a copy of the same home.
enum StoreOperation {
    /// On no home: the programs, the database and the sample.
    FIRST_RUN,
    IMPORT,
    UNDO,
    SAMPLE_REMOVE,
    /// An edit of a release time: releases move, and the history is computed anew.
    CATALOGUE_EDIT,
    /// An edit of a weight: the history alone is computed anew.
    HISTORY_REBUILD
}
