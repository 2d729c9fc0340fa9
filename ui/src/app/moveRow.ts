/** Moves the focus by one row in the page's table. If the focus is outside the table, it goes to the first row. */
export function moveRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const here = document.activeElement?.closest('tr')?.querySelector('[data-row]') ?? document.activeElement;
  const index = rows.indexOf(here as HTMLElement);
  const next = index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by));
  rows[next]?.focus();
}

/** Moves the focus to the next part of a row that has more to say. False if the focus is in no row. */
export function moveInRow(by: 1 | -1): boolean {
  const row = document.activeElement?.closest('tr');
  if (!row?.querySelector('[data-row]')) return false;
  const stops = [...row.querySelectorAll<HTMLElement>('[data-row], [data-tip]')].filter((stop) => stop.offsetParent !== null);
  stops[stops.indexOf(document.activeElement as HTMLElement) + by]?.focus();
  return true;
}
