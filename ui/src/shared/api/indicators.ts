import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { IndicatorList } from './schema';

/** The catalogue's indicators: units, steps and names, for showing figures as published. */
export const indicators = queryOptions({
  queryKey: ['indicators'],
  queryFn: ({ signal }) => get<IndicatorList>('indicators', {}, signal),
  staleTime: Infinity,
});
