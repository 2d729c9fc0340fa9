import type { AssetClass } from '../../shared/api/types';
import { ASSET_CLASSES } from '../../shared/format/labels';
import { REGIONS } from '../../shared/format/regions';
import { SORT_KEYS, type Sort, type SortKey } from './boardRows';

export interface BoardSearch {
  class?: AssetClass | undefined;
  region?: string | undefined;
  sort?: Sort | undefined;
  density?: 'comfortable' | undefined;
}

const PARAMETERS = ['class', 'region', 'sort', 'density'] as const;
const ASCENDING = '.asc';

/** Reads a sort order: `score` is largest first, `score.asc` smallest first. By class there is only the order of the catalogue. */
export function readSort(text: unknown): Sort | undefined {
  const typed = String(text);
  const ascending = typed.endsWith(ASCENDING);
  const key = SORT_KEYS.find((known) => known === (ascending ? typed.slice(0, -ASCENDING.length) : typed)) as SortKey | undefined;
  if (key === undefined || key === 'class') return undefined;
  return ascending ? `${key}.asc` : key;
}

/** Reads the board's parameters from the address. A value that is not valid becomes the default. */
export function readBoard(search: Record<string, unknown>): BoardSearch {
  const chosen = ASSET_CLASSES.find(({ code }) => code === search['class'])?.code;
  const region = REGIONS.find(({ code }) => code === search['region'])?.code;
  const sort = readSort(search['sort']);
  return {
    ...(chosen && { class: chosen }),
    ...(region && { region }),
    ...(sort && { sort }),
    ...(search['density'] === 'comfortable' && { density: 'comfortable' as const }),
  };
}

const DEFAULTS: Record<string, readonly string[]> = { sort: ['class'], density: ['dense'], class: ['all'], region: ['all'] };

/** The board's parameters that are not valid, as typed. */
export function invalidBoard(search: Record<string, unknown>): { name: string; value: string }[] {
  const read = readBoard(search);
  return PARAMETERS.filter((name) => search[name] !== undefined && search[name] !== '' && read[name] === undefined)
    .map((name) => ({ name, value: String(search[name]) }))
    .filter(({ name, value }) => !DEFAULTS[name]?.includes(value));
}

/** The board's parameters as typed, so that the address stays as the reader typed it. */
export function keepBoard(search: Record<string, unknown>): BoardSearch {
  return Object.fromEntries(PARAMETERS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))) as BoardSearch;
}
