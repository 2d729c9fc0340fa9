/** Reads and writes search parameters as plain text: colons stay readable, and no value is encoded as JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString().replaceAll('%3A', ':');
  return query === '' ? '' : `?${query}`;
}
