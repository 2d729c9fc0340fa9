/// What is known as CSV, unrounded, for notebooks: releases, surprises, biases.
@NullMarked
package org.macroedge.server.exports;

import org.jspecify.annotations.NullMarked;
