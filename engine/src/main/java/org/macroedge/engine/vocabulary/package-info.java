/// The vocabulary that every part of macro-edge shares: ids, regions, categories, kinds, marks and labels.
@NullMarked
package org.macroedge.engine.vocabulary;

import org.jspecify.annotations.NullMarked;
