import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { calendarAround, summary } from '../shared/api/board';
import { useStream } from '../shared/api/stream';
import { Bounds, FIRST_BOUNDS } from '../shared/ui/bounds';
import { chunk, prefetchChunks } from '../shared/ui/chunk';
import { OpenDialog, type DialogName } from '../shared/ui/dialogs';
import { Panel } from '../shared/ui/Panel';
import { Tips } from '../shared/ui/Tips';
import { useAsOf } from '../features/time/asOf';
import { DataBanner, InvalidTimesBanner, LateBanner, ReplayBanner } from '../features/time/Banners';
import { lateIn } from '../features/time/late';
import { BannerStack } from './BannerStack';
import { ConnectionBanner } from './ConnectionBanner';
import { Header } from './Header';
import { NewerVersionBanner, useNewerVersion } from './NewerVersion';
import { PrintLine } from './PrintLine';
import { useKeys } from './useKeys';
import { useLost } from './useLost';
import { usePageFocus } from './usePageFocus';
import { useTitle } from './useTitle';
import './shell.css';

const KeysHelp = chunk(() => import('./KeysHelp'));
const ImportDialog = chunk(() => import('../features/imports/ImportDialog'));
const Palette = chunk(() => import('../features/palette/Palette'));

/** The frame of every page: banners, header and, in the time machine, a violet edge. */
export function Shell() {
  const { asOf, recordedAt, known, past, invalid } = useAsOf();
  const answer = useQuery(summary(known));
  const around = useQuery(calendarAround(known));
  const late = answer.data && around.data ? lateIn(around.data, answer.data.asOf) : null;
  const lost = useLost(answer.error, answer.errorUpdatedAt);
  const newer = useNewerVersion(lost !== null);
  const [open, setOpen] = useState<DialogName | null>(null);
  // In the time machine, a step starts from the requested time, even before its answer has arrived.
  useKeys({ shown: asOf ?? answer.data?.asOf, open: setOpen });
  useTitle(answer.data, asOf);
  useStream(!past);
  usePageFocus();
  // Everything else loads as soon as the first numbers are here, so that no click later needs the server for code.
  const arrived = answer.data !== undefined;
  useEffect(() => { if (arrived) prefetchChunks(); }, [arrived]);
  const close = () => setOpen(null);
  return (
    <Bounds value={answer.data?.labelBounds ?? FIRST_BOUNDS}>
    <OpenDialog value={setOpen}>
    <div className="shell" data-replay={past || undefined} data-loading={answer.isPending || undefined}>
      <a className="skip" href="#main">Skip to content</a>
      <BannerStack banners={[
        past && <ReplayBanner key="replay" asOf={asOf} recordedAt={recordedAt} shown={answer.data?.asOf} />,
        invalid.length > 0 && <InvalidTimesBanner key="invalid" invalid={invalid} />,
        newer && <NewerVersionBanner key="version" />,
        answer.data && (answer.data.stale || answer.data.sampleOnly) && <DataBanner key="data" run={answer.data} />,
        lost !== null && <ConnectionBanner key="lost" since={lost} failedAt={answer.errorUpdatedAt} shown={answer.data?.asOf} retry={() => void answer.refetch()} />,
        answer.data && late && <LateBanner key="late" late={late} asOf={answer.data.asOf} />,
      ]} />
      <Header answer={answer.data} lost={lost !== null} failed={answer.isError && !answer.data} replay={past} open={setOpen} />
      {answer.data && <PrintLine run={answer.data} recordedAt={recordedAt} />}
      <Panel name="The page"><Outlet /></Panel>
      <Panel name="The dialog">
        {open === 'keys' && <KeysHelp close={close} />}
        {open === 'import' && <ImportDialog close={close} />}
        {open === 'palette' && <Palette close={close} open={setOpen} answer={answer.data} known={known} />}
      </Panel>
      <Tips />
    </div>
    </OpenDialog>
    </Bounds>
  );
}
