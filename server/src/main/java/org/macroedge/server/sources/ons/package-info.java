/// UK Office for National Statistics: prices, pay, output and the current account.
@NullMarked
package org.macroedge.server.sources.ons;

import org.jspecify.annotations.NullMarked;
