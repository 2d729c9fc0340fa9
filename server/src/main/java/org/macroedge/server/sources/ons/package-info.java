/// UK Office for National Statistics: prices, pay, output, sales, claimants and the current account.
@NullMarked
package org.macroedge.server.sources.ons;

import org.jspecify.annotations.NullMarked;
