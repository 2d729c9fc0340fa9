/** Moves the focus by one row in the page's table. If the focus is outside the table, it goes to the first row. */
export function moveRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.indexOf(document.activeElement as HTMLElement);
  const next = index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by));
  rows[next]?.focus();
}
