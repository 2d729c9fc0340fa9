import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** A slider or handle that moves asks the server once it has rested so long. */
const REST_MILLIS = 300;

type Values<N extends string> = Record<N, string | undefined>;

/**
 * Parameters of the address that a slider or handle moves. A change shows at once, and goes into the address when it rests:
 * `shown` has it, `asked` still what the address says.
 */
export function useRestingAddress<N extends string>(...names: readonly N[]) {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const asked = Object.fromEntries(names.map((name) => [name, typeof search[name] === 'string' ? search[name] : undefined])) as Values<N>;
  const key = JSON.stringify(asked);
  const navigate = useNavigate();
  const [draft, setDraft] = useState<{ from: string; to: Values<N> } | null>(null);
  // The address has arrived where the draft wanted it, or went elsewhere by itself.
  if (draft !== null && draft.from !== key) setDraft(null);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, ...draft.to }) as never }), REST_MILLIS);
    return () => clearTimeout(timer);
  }, [draft, navigate]);
  const moved = draft !== null && draft.from === key;
  return { asked, shown: moved ? draft.to : asked, waits: moved && JSON.stringify(draft.to) !== key, change: (to: Values<N>) => setDraft({ from: key, to }) };
}
