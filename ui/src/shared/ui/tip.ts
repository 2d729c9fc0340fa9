/** Attributes of a text that Tips shows on hover, on focus and on a long press. In a table row, arrow keys reach it, not Tab. */
export function tip(text: string | undefined, place: 'page' | 'row' = 'page') {
  return text === undefined || text === '' ? {} : { 'data-tip': text, tabIndex: place === 'row' ? -1 : 0 };
}
