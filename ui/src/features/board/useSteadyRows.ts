import { useState } from 'react';
import type { BiasItem, BiasSummary } from '../../shared/api/types';
import { arranged, steady } from './boardRows';
import type { BoardSearch } from './boardSearch';

/** Rows in the order that the reader chose. Live figures that arrive later do not move them. */
export function useSteadyRows(answer: BiasSummary, search: BoardSearch, held: string): BiasItem[] {
  const key = JSON.stringify([search.class, search.region, search.sort, held]);
  const order = () => arranged(answer.items, search).map(({ instrument }) => instrument);
  const [kept, setKept] = useState({ key, order: order() });
  if (kept.key === key) return steady(answer.items, kept.order);
  const fresh = { key, order: order() };
  setKept(fresh);
  return steady(answer.items, fresh.order);
}
