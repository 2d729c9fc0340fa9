import type { AssetClass } from '../../shared/api/schema';
import { ASSET_CLASSES } from '../../shared/format/labels';
import { SORTS, type Sort } from './boardRows';

export interface BoardSearch {
  class?: AssetClass | undefined;
  sort?: Sort | undefined;
  density?: 'comfortable' | undefined;
}

/** The board's own part of the URL; values it does not know fall back to the default. */
export function readBoard(search: Record<string, unknown>): BoardSearch {
  const chosen = ASSET_CLASSES.find(({ code }) => code === search['class'])?.code;
  const sort = Object.keys(SORTS).find((key) => key === search['sort'] && key !== 'class') as Sort | undefined;
  return {
    ...(chosen && { class: chosen }),
    ...(sort && { sort }),
    ...(search['density'] === 'comfortable' && { density: 'comfortable' as const }),
  };
}
