import { useNavigate, useSearch } from '@tanstack/react-router';

/** A parameter of the address as it is typed, and how to set it; undefined takes it out. The place on the page stays unless it is to go to the top. */
export function useAddress(name: string, top = false): [unknown, (value: string | undefined) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const set = (value: string | undefined) =>
    void navigate({ to: '.', replace: true, resetScroll: top, search: (old: Record<string, unknown>) => ({ ...old, [name]: value }) as never });
  return [search[name], set];
}
