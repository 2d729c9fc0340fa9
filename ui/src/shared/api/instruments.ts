import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { InstrumentList } from './types';

export const instruments = queryOptions({
  queryKey: ['instruments'],
  queryFn: ({ signal }) => get<InstrumentList>('instruments', {}, signal),
  staleTime: Infinity,
});
