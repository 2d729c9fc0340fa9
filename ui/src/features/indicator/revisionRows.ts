import type { IndicatorRevisions, RevisedFigure, Revision } from '../../shared/api/types';

/** One later value of a period, or the first print of one without any. */
export interface RevisionRow {
  key: string;
  figure: RevisedFigure;
  revision: Revision | null;
}

/** Newest period first. A period that was revised more than once has a row for each revision, newest first. */
export function revisionRows(items: readonly RevisedFigure[]): RevisionRow[] {
  return items.toReversed().flatMap((figure): RevisionRow[] =>
    figure.revisions.length === 0
      ? [{ key: figure.releaseId, figure, revision: null }]
      : figure.revisions.toReversed().map((revision) => ({ key: `${figure.releaseId} ${revision.releaseId}`, figure, revision })));
}

/** The rows of the newest periods: a period keeps all its rows. */
export function ofPeriods(rows: readonly RevisionRow[], periods: number): RevisionRow[] {
  const newest = new Set([...new Set(rows.map(({ figure }) => figure.releaseId))].slice(0, periods));
  return rows.filter(({ figure }) => newest.has(figure.releaseId));
}

/** Why there is no table; null if there is one. */
export function noRevisions({ previousRefersTo, items }: IndicatorRevisions): string | null {
  if (previousRefersTo !== 'prior-period') return 'No revisions: the previous figure of this indicator is an earlier stage of the same period.';
  if (items.every(({ revisions }) => revisions.length === 0)) return 'No revision is known at this time: no release states a previous figure that can be compared.';
  return null;
}

/** What a reader must know about a size, in words. */
export function remarks(revision: Revision | null): string[] {
  if (revision === null) return ['no revision known'];
  return [
    ...(revision.large ? ['large'] : []),
    ...(revision.provisional ? ['provisional'] : []),
    ...(revision.reason === 'insufficient-history' ? ['fewer than ten earlier revisions'] : []),
  ];
}

/** The columns of `macro-edge revisions --format csv`. */
export const HEADER = ['release_id', 'released_at', 'period', 'actual', 'source', 'announced_by', 'known_at', 'before', 'value', 'size', 'sigma', 'sigma_observations', 'standardised', 'provisional', 'large', 'reason'];

/** One line for each revision; one with empty cells for a period without any. */
export function revisionCells({ releaseId, releasedAt, period, actual, source, revisions }: RevisedFigure): (string | number | null)[][] {
  const own = [releaseId, releasedAt, period, actual, source];
  if (revisions.length === 0) return [[...own, ...Array<null>(HEADER.length - own.length).fill(null)]];
  return revisions.map((item) => [
    ...own, item.releaseId, item.knownAt, item.before, item.value, item.size, item.sigma, item.sigmaObservations, item.standardised, String(item.provisional), String(item.large), item.reason,
  ]);
}
