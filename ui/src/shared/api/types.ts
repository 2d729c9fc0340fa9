import type { components } from './schema';

type Schemas = components['schemas'];

/** The names under which the pages use the types of the server's answers. All of them come from its description. */
export type BiasSummary = Schemas['BiasSummary'];
export type CallerView = Schemas['CallerView'];
export type BoardAnswer = Schemas['BoardAnswer'];
export type NextFlips = Schemas['NextFlips'];
export type FlipAnswer = Schemas['FlipAnswer'];
export type FlipItem = Schemas['FlipItem'];
export type FlipPoint = Schemas['FlipPoint'];
export type FlipRelease = Schemas['FlipRelease'];
export type UpcomingRelease = Schemas['UpcomingRelease'];
export type ScenarioAnswer = Schemas['ScenarioAnswer'];
export type ScenarioBias = Schemas['ScenarioBias'];
export type ScenarioRelease = Schemas['ScenarioRelease'];
export type HeatMap = Schemas['HeatMap'];
export type HeatMapCell = Schemas['HeatMapCell'];
export type HeatMapTotal = Schemas['HeatMapTotal'];
export type CorrelationAnswer = Schemas['CorrelationAnswer'];
export type CorrelationPair = Schemas['CorrelationPair'];
export type RollingCorrelation = Schemas['RollingCorrelation'];
export type RegimeList = Schemas['RegimeList'];
export type RegimeItem = Schemas['RegimeItem'];
export type RegimePoint = Schemas['RegimePoint'];
export type RegimeHistory = Schemas['RegimeHistory'];
export type ReleaseCause = Schemas['ReleaseCause'];
export type ScoreMove = Schemas['ScoreMove'];
export type BiasExplanation = Schemas['BiasExplanation'];
export type BiasItem = Schemas['BiasItem'];
export type BiasHistory = Schemas['BiasHistory'];
export type BiasWaterfall = Schemas['BiasWaterfall'];
export type WaterfallStep = Schemas['WaterfallStep'];
export type HistoryPoint = Schemas['BiasHistoryPoint'];
export type Contribution = Schemas['ReleaseContribution'];
export type Driver = Schemas['BiasDriver'];
export type Lead = Schemas['BiasLead'];
export type LabelBounds = Schemas['LabelBounds'];
export type MissingIndicator = Schemas['InactiveIndicator'];
export type Indicator = Schemas['IndicatorItem'];
export type IndicatorList = Schemas['IndicatorList'];
export type Release = Schemas['ReleaseItem'];
export type IndicatorReleases = Schemas['IndicatorReleases'];
export type IndicatorRevisions = Schemas['IndicatorRevisions'];
export type RevisedFigure = Schemas['RevisedFigure'];
export type Revision = Schemas['RevisionItem'];
export type Consensus = Schemas['ConsensusView'];
export type ConsensusPath = Schemas['ConsensusPath'];
export type ConsensusPoint = Schemas['ConsensusPoint'];
export type SourceError = Schemas['SourceError'];
export type Verdict = Schemas['VerdictView'];
export type RawRelease = Schemas['RawRelease'];
export type RawRow = Schemas['RawRow'];
export type Instrument = Schemas['InstrumentItem'];
export type InstrumentList = Schemas['InstrumentList'];
export type Calendar = Schemas['CalendarAnswer'];
export type CalendarItem = Schemas['CalendarItem'];
export type PriceHistory = Schemas['PriceHistory'];
export type PricePoint = Schemas['PricePoint'];
export type ImportOutcome = Schemas['ImportOutcome'];
export type ProfileNames = Schemas['ProfileNames'];
export type Completeness = Schemas['CompletenessSummary'];
export type CompletenessAnswer = Schemas['CompletenessAnswer'];
export type Batch = Schemas['BatchView'];
export type BatchList = Schemas['BatchList'];
export type Quarantine = Schemas['Quarantine'];
export type QuarantinedRow = Schemas['QuarantinedRow'];
export type Source = Schemas['SourceItem'];
export type SourceList = Schemas['SourceList'];
export type SourceRuns = Schemas['SourceRuns'];
export type Conflict = Schemas['Conflict'];
export type ConflictList = Schemas['ConflictList'];
export type Suspect = Schemas['SuspectItem'];
export type SuspectList = Schemas['SuspectList'];
export type Job = Schemas['JobItem'];
export type JobList = Schemas['JobList'];
export type JobRun = Schemas['JobRunItem'];
export type JobRunList = Schemas['JobRunList'];

export type Label = NonNullable<BiasItem['label']>;
export type Frequency = Indicator['frequency'];
export type AssetClass = BiasItem['assetClass'];

/** What every answer of a run says about itself. */
export type Run = Pick<BiasSummary, 'asOf' | 'runId' | 'weightSet' | 'formula' | 'stale' | 'sampleOnly'>;

/** A bias without its reasons. */
export type BiasMeasures = Pick<HistoryPoint, 'score' | 'label' | 'z' | 'health' | 'coverage' | 'freshness' | 'quality' | 'agreement'> & { reason: string | null };
