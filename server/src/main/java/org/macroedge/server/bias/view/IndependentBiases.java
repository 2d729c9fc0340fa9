package org.macroedge.server.bias.view;

import java.time.Instant;

/// How many independent biases would move as these did: the participation ratio of the correlations between their
/// daily changes of Z over the last year.
///
/// @param effective from 1 to `instruments`
/// @param instruments how many biases moved and had a Z at each close
/// @param days the number of changes
/// @param from the first close
/// @param to the last close
public record IndependentBiases(double effective, int instruments, int days, Instant from, Instant to) {}
