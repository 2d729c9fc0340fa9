package org.macroedge.engine.bias;

import org.macroedge.engine.vocabulary.Coded;

/// Why a sum of surprises that belongs to no instrument has no value.
public enum NoValue implements Coded {
    /// No indicator has a usable surprise yet.
    NO_HISTORY,
    /// Every signal has decayed.
    NO_LIVE_SIGNAL
}
