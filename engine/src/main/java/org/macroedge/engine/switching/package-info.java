/// Markov-switching autoregressions: their maximum likelihood and the filtered probabilities of their
/// states.
@NullMarked
package org.macroedge.engine.switching;

import org.jspecify.annotations.NullMarked;
