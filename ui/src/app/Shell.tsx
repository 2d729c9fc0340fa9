import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { calendarAround } from '../shared/api/calendar';
import { summary } from '../shared/api/summary';
import { instant } from '../shared/format/times';
import { useAsOf } from '../features/time/asOf';
import { DataBanner, LateBanner, ReplayBanner, InvalidAsOfBanner } from '../features/time/Banners';
import { lateIn } from '../features/time/late';
import { BannerStack } from './BannerStack';
import { ConnectionBanner } from './ConnectionBanner';
import { Header } from './Header';
import { useKeys } from './useKeys';
import { useLost } from './useLost';
import './shell.css';

const KeysHelp = lazy(() => import('./KeysHelp'));
const Palette = lazy(() => import('../features/palette/Palette'));

/** The frame of every page: banners, header and, in the time machine, a violet edge. */
export function Shell() {
  const { asOf, invalidAsOf } = useAsOf();
  const answer = useQuery(summary(asOf));
  const around = useQuery({ ...calendarAround(answer.data ?? { asOf: '', runId: '' }), enabled: answer.data !== undefined });
  const late = answer.data && around.data ? lateIn(around.data.items, answer.data.asOf) : null;
  const lost = useLost(answer.error, answer.errorUpdatedAt);
  const [open, setOpen] = useState<'keys' | 'palette' | null>(null);
  // In the time machine, a step starts from the requested time, even before its answer has arrived.
  useKeys({ shown: asOf ?? answer.data?.asOf, open: setOpen });
  useEffect(() => {
    document.title = asOf ? `${instant(asOf, '', true)} · macro-edge` : 'macro-edge';
  }, [asOf]);
  const close = () => setOpen(null);
  return (
    <div className="shell" data-replay={asOf !== undefined || undefined}>
      <a className="skip" href="#main">Skip to content</a>
      <BannerStack banners={[
        asOf !== undefined && <ReplayBanner key="replay" asOf={asOf} />,
        invalidAsOf !== undefined && <InvalidAsOfBanner key="invalid" text={invalidAsOf} />,
        answer.data && (answer.data.stale || answer.data.sampleOnly) && <DataBanner key="data" run={answer.data} />,
        lost !== null && <ConnectionBanner key="lost" since={lost} failedAt={answer.errorUpdatedAt} shown={answer.data?.asOf} retry={() => void answer.refetch()} />,
        answer.data && late && <LateBanner key="late" late={late} asOf={answer.data.asOf} />,
      ]} />
      <Header run={answer.data} lost={lost !== null} failed={answer.isError && !answer.data} replay={asOf !== undefined} open={setOpen} />
      <Outlet />
      <Suspense>
        {open === 'keys' && <KeysHelp close={close} />}
        {open === 'palette' && <Palette close={close} showKeys={() => setOpen('keys')} answer={answer.data} asOf={asOf} />}
      </Suspense>
    </div>
  );
}
