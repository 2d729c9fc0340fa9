import { useQueries } from '@tanstack/react-query';
import type { Known } from '../../shared/api/client';
import { effectAt } from '../../shared/api/summary';
import { effectOf, type Cause, type Effect } from './moves';

interface Effects {
  byInstant: ReadonlyMap<string, Effect>;
  /** Whether every effect has arrived, or failed to. */
  settled: boolean;
}

/** The effect of each release time on the scores. */
export function useEffects(causes: readonly Cause[], runId: string, known: Known): Effects {
  return useQueries({
    queries: causes.map(({ instant }) => effectAt(instant, runId, known)),
    combine: (answers) => ({
      byInstant: new Map(causes.flatMap(({ instant }, index): [string, Effect][] => {
        const scores = answers[index]?.data;
        return scores ? [[instant, effectOf(scores.before, scores.after)]] : [];
      })),
      settled: answers.every(({ isPending }) => !isPending),
    }),
  });
}
