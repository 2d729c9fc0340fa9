/** Types of the server's answers. They are written by hand and match the server's view records. */

export type Label = 'strongly-bearish' | 'bearish' | 'neutral' | 'bullish' | 'strongly-bullish';
export type AssetClass = 'equity-index' | 'fx' | 'commodity' | 'government-bond' | 'crypto';

export interface LabelBounds {
  directional: number;
  strong: number;
}

export interface Run {
  asOf: string;
  runId: string;
  weightSet: string;
  formula: number;
  stale: boolean;
  sampleOnly: boolean;
  labelBounds: LabelBounds;
}

export interface Driver {
  indicator: string;
  name: string;
  shortName: string;
  region: string;
  category: string;
  releaseId: string;
  releasedAt: string;
  actual: number;
  forecast: number | null;
  z: number;
  contribution: number;
  ageDays: number;
}

export interface BiasMeasures {
  score: number | null;
  label: Label | null;
  z: number | null;
  health: number | null;
  coverage: number | null;
  freshness: number | null;
  quality: number | null;
  agreement: number | null;
  reason: string | null;
}

export interface Side {
  currency: string;
  coverage: number;
}

export interface BiasItem extends BiasMeasures {
  instrument: string;
  name: string;
  assetClass: AssetClass;
  breadth: number | null;
  newShare: number | null;
  sides: Side[];
  change: { day: number | null; week: number | null };
  parts: Record<string, number>;
  reasonsFor: Driver[];
  reasonsAgainst: Driver[];
  /** An earlier row whose contributions are proportional by a positive factor. */
  sameInputsAs: string | null;
  drivers: Driver[];
}

/** The release that is the largest reason in most rows, and the scores without it. */
export interface Lead {
  indicator: string;
  shortName: string;
  region: string;
  releaseId: string;
  releasedAt: string;
  rows: number;
  of: number;
  without: { instrument: string; score: number | null; label: Label | null }[];
}

export interface BiasSummary extends Run {
  items: BiasItem[];
  lead: Lead | null;
  independent: { effective: number; days: number; from: string; to: string } | null;
}

export interface Contribution {
  indicator: string;
  name: string;
  region: string;
  category: string;
  releaseId: string;
  releasedAt: string;
  actual: number;
  forecast: number | null;
  forecastKind: string | null;
  surprise: number | null;
  sigma: number | null;
  sigmaObservations: number;
  zRaw: number | null;
  z: number;
  ageDays: number;
  decay: number;
  weight: number;
  contribution: number;
  marks: string[];
}

export interface MissingIndicator {
  indicator: string;
  weight: number;
  reason: string;
}

export interface BiasExplanation extends Run, BiasItem {
  contributions: Contribution[];
  missing: MissingIndicator[];
}

export interface HistoryPoint extends BiasMeasures {
  asOf: string;
  runId: string;
}

export interface BiasHistory extends Run {
  instrument: string;
  name: string;
  from: string;
  to: string;
  at: string;
  points: HistoryPoint[];
}

export interface Indicator {
  indicator: string;
  name: string;
  shortName: string;
  region: string;
  category: string;
  unit: string;
  frequency: string;
  importance: number;
  step: number;
  lastReleasedAt: string | null;
  lastActual: number | null;
  lastForecast: number | null;
  lastZ: number | null;
  lastMarks: string[];
}

export interface IndicatorList {
  items: Indicator[];
}

/** What a person stated about a release. */
export interface Verdict {
  verdict: string;
  author: string;
  reason: string;
  recordedAt: string;
}

export interface Release {
  releaseId: string;
  releasedAt: string;
  period: string | null;
  actual: number;
  forecast: number | null;
  forecastKind: string | null;
  previous: number | null;
  surprise: number | null;
  sigma: number | null;
  sigmaObservations: number;
  z: number | null;
  reason: string | null;
  source: string;
  marks: string[];
  verdict: Verdict | null;
}

export interface IndicatorReleases {
  indicator: string;
  name: string;
  unit: string;
  items: Release[];
}

/** A row of a source that a release comes from. */
export interface RawRow {
  stands: boolean;
  source: string;
  file: string | null;
  line: number | null;
  title: string;
  instant: string;
  dateOnly: boolean;
  shifted: boolean;
  period: string | null;
  actual: number | null;
  previous: number | null;
  forecasts: { kind: string; value: number; capturedAt: string | null }[];
  batch: number;
  recordedAt: string;
}

export interface RawRelease {
  releaseId: string;
  indicator: string;
  rows: RawRow[];
}

export interface Instrument {
  instrument: string;
  name: string;
  assetClass: AssetClass;
}

export interface InstrumentList {
  items: Instrument[];
}

export interface CalendarItem {
  /** Null for an expected release, which no source has announced. */
  releaseId: string | null;
  indicator: string;
  name: string;
  shortName: string;
  region: string;
  category: string;
  importance: number;
  unit: string;
  state: 'released' | 'scheduled' | 'delayed' | 'cancelled' | 'expected';
  releasedAt: string;
  actual: number | null;
  forecast: number | null;
  forecastKind: string | null;
  previous: number | null;
  surprise: number | null;
  z: number | null;
  marks: string[];
}

export interface Calendar {
  asOf: string;
  /** How many indicators have no captured schedule of a release after asOf. */
  unscheduled: number;
  items: CalendarItem[];
}
