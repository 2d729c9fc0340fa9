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

const Calendar = chunk(() => import('../features/calendar/CalendarPage'));

function CalendarRoute() {
  return <Panel name="The calendar" fallback={<main className="page" id="main" />}><Calendar /></Panel>;
}

const HeatMap = chunk(() => import('../features/heatmap/HeatMapPage'));

function HeatMapRoute() {
  return <Panel name="The heat map" fallback={<main className="page" id="main" />}><HeatMap /></Panel>;
}

const Regime = chunk(() => import('../features/regime/RegimePage'));

function RegimeRoute() {
  return <Panel name="The regimes" fallback={<main className="page" id="main" />}><Regime /></Panel>;
}

const Correlation = chunk(() => import('../features/correlation/CorrelationPage'));

function CorrelationRoute() {
  return <Panel name="The correlations" fallback={<main className="page" id="main" />}><Correlation /></Panel>;
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

/** Keeps what is typed under these names, so that the address stays as the reader typed it. */
const keep = (...names: readonly string[]) => (search: Record<string, unknown>) => Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])));

const instrument = createRoute({
  getParentRoute: () => root,
  path: '/instruments/$id',
  component: InstrumentRoute,
  validateSearch: keep('range', 'release', 'change', 'from', 'to'),
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

const calendar = createRoute({ getParentRoute: () => root, path: '/calendar', component: CalendarRoute, validateSearch: keep('view', 'importance', 'region', 'what', 'at', 'set', 'instrument') });

const heatMap = createRoute({ getParentRoute: () => root, path: '/heatmap', component: HeatMapRoute, validateSearch: keep('cell', 'region') });

const regime = createRoute({ getParentRoute: () => root, path: '/regime', component: RegimeRoute, validateSearch: keep('region') });

const correlation = createRoute({ getParentRoute: () => root, path: '/correlation', component: CorrelationRoute, validateSearch: keep('of', 'step', 'order', 'pair') });

export const makeRouter = () =>
  createRouter({ routeTree: root.addChildren([board, calendar, heatMap, regime, correlation, instrument, indicator, health]), parseSearch, stringifySearch, defaultPreload: 'intent', defaultErrorComponent: Failed, scrollRestoration: true });
