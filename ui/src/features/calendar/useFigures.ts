import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** A slider that moves asks the server once it has rested so long. */
const REST_MILLIS = 300;

/**
 * The figures of the address, and how to change them. A change shows at once, and goes into the address when the slider
 * rests: `shown` has it, `set` still what was asked for.
 */
export function useFigures() {
  const typed = (useSearch({ strict: false }) as Record<string, unknown>)['set'];
  const set = typeof typed === 'string' ? typed : undefined;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<{ from: string | undefined; to: string | undefined } | null>(null);
  // The address has arrived where the draft wanted it, or went elsewhere by itself.
  if (draft !== null && draft.from !== set) setDraft(null);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, set: draft.to }) as never }), REST_MILLIS);
    return () => clearTimeout(timer);
  }, [draft, navigate]);
  const waits = draft !== null && draft.from === set;
  return { set, shown: waits ? draft.to : set, waits: waits && draft.to !== set, change: (to: string | undefined) => setDraft({ from: set, to }) };
}
