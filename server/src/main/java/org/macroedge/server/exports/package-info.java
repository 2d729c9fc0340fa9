/// Releases, surprises, biases, surprise indices and prices as files, unrounded, for programs and spreadsheets.
@NullMarked
package org.macroedge.server.exports;

import org.jspecify.annotations.NullMarked;
