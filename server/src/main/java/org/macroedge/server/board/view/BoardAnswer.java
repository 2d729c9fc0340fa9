package org.macroedge.server.board.view;

import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.NextFlips;
import org.macroedge.server.bias.view.RecentCloses;
import org.macroedge.server.calendar.view.CalendarAnswer;

/// What the first page shows. Every part is as of one instant, from the facts of one record time.
///
/// @param summary as `bias/summary` answers
/// @param flips the next release of the 7 days after the instant of the summary that could change each label
/// @param recent the scores at the daily closes of the last 90 days
/// @param calendar as `calendar` answers at the instant of the summary: from seven days before to seven days after it
public record BoardAnswer(BiasSummary summary, NextFlips flips, RecentCloses recent, CalendarAnswer calendar) {}
