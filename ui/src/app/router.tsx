import { createRootRoute, createRoute, createRouter, Link, retainSearchParams, type ErrorComponentProps } from '@tanstack/react-router';
import { BoardPage } from '../features/board/BoardPage';
import { chunk } from '../shared/ui/chunk';
import { Panel, PanelFailure } from '../shared/ui/Panel';
import { keepBoard } from '../features/board/boardSearch';
import { parseSearch, stringifySearch } from './search';
import { Shell } from './Shell';

function NotFound() {
  return (
    <main className="page" id="main">
      <section className="card panel-state"><h2>Page not found</h2><Link className="button" to="/">Go to the board</Link></section>
    </main>
  );
}

/** A page that fails keeps the frame around it. */
function Failed({ error, reset }: ErrorComponentProps) {
  return <main className="page" id="main"><PanelFailure name="The page" error={error} retry={reset} /></main>;
}

const Explanation = chunk(() => import('../features/instrument/InstrumentPage'));

function InstrumentRoute() {
  return <Panel name="The instrument" fallback={<main className="page" id="main" />}><Explanation /></Panel>;
}

const Indicator = chunk(() => import('../features/indicator/IndicatorPage'));

function IndicatorRoute() {
  return <Panel name="The indicator" fallback={<main className="page" id="main" />}><Indicator /></Panel>;
}

const Health = chunk(() => import('../features/health/HealthPage'));

function HealthRoute() {
  return <Panel name="The data health" fallback={<main className="page" id="main" />}><Health /></Panel>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  // Kept as typed, even if invalid: the page reports an invalid value, and the address stays as the reader typed it.
  validateSearch: ({ asOf, recordedAt }: Record<string, unknown>) => ({ asOf: text(asOf), recordedAt: text(recordedAt) }) as { asOf?: string; recordedAt?: string },
  search: { middlewares: [retainSearchParams(['asOf', 'recordedAt'])] },
});

const board = createRoute({ getParentRoute: () => root, path: '/', component: BoardPage, validateSearch: keepBoard });

const instrument = createRoute({
  getParentRoute: () => root,
  path: '/instruments/$id',
  component: InstrumentRoute,
  validateSearch: (search: Record<string, unknown>) => ({ range: text(search['range']), release: text(search['release']) }) as { range?: string; release?: string },
});

const indicator = createRoute({
  getParentRoute: () => root,
  path: '/indicators/$indicator',
  component: IndicatorRoute,
  validateSearch: (search: Record<string, unknown>) => ({ range: text(search['range']), release: text(search['release']) }) as { range?: string; release?: string },
});

const health = createRoute({
  getParentRoute: () => root,
  path: '/health',
  component: HealthRoute,
  validateSearch: (search: Record<string, unknown>) => ({ records: text(search['records']) }) as { records?: string },
});

export const makeRouter = () =>
  createRouter({ routeTree: root.addChildren([board, instrument, indicator, health]), parseSearch, stringifySearch, defaultPreload: 'intent', defaultErrorComponent: Failed, scrollRestoration: true });
