import { useState } from 'react';
import { newsBetween, type News, type Snapshot } from './news';

interface Seen {
  snapshot: Snapshot | null;
  news: News | null;
  /** Alternates with each change, so that a row that changes twice running is highlighted twice. */
  turn: 'a' | 'b';
}

const NOTHING: Seen = { snapshot: null, news: null, turn: 'a' };

/** The last change of the live board. The time machine clears it. Pass null while the snapshot is loading. */
export function useNews(snapshot: Snapshot | null, live: boolean): Seen {
  const [seen, setSeen] = useState<Seen>(NOTHING);
  if (!live) {
    if (seen !== NOTHING) setSeen(NOTHING);
    return NOTHING;
  }
  if (snapshot === null || seen.snapshot?.runId === snapshot.runId) return seen;
  const news = seen.snapshot === null ? null : newsBetween(seen.snapshot, snapshot);
  const next: Seen = { snapshot, news: news ?? seen.news, turn: news === null || seen.turn === 'b' ? 'a' : 'b' };
  setSeen(next);
  return next;
}
