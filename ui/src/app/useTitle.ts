import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { BiasSummary } from '../shared/api/types';
import { LABEL_WORDS } from '../shared/format/labels';
import { score } from '../shared/format/numbers';
import { instant } from '../shared/format/times';

const PRODUCT = 'macro-edge';

/** The title of the window: in the time machine first the time, then instrument, score and label. */
export function title(id: string | undefined, answer: Pick<BiasSummary, 'items'> | undefined, asOf: string | undefined): string {
  const item = answer?.items.find(({ instrument }) => instrument === id);
  const figure = item?.score === null || item === undefined ? '' : ` ${score(item.score)}`;
  const label = item?.label ? ` ${LABEL_WORDS[item.label].toLowerCase()}` : '';
  return [asOf && instant(asOf, '', true), id && `${id}${figure}${label}`, PRODUCT].filter(Boolean).join(' · ');
}

export function useTitle(answer: BiasSummary | undefined, asOf: string | undefined): void {
  const { id, indicator } = useParams({ strict: false }) as { id?: string; indicator?: string };
  const text = title(id ?? indicator, answer, asOf);
  useEffect(() => { document.title = text; }, [text]);
}
