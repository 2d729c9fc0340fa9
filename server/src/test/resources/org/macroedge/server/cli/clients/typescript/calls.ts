// Eight calls by the client that openapi-generator writes for fetch in TypeScript.
import {
  BiasApi, CalendarApi, Configuration, ForecastKind, IndicatorsApi, InstrumentsApi, ReleasesApi, ResponseError,
} from './client/index.js';

const payrolls = 'us-nonfarm-payrolls';
const then = '2021-09-03T12:30:00Z';
const now = new Date().toISOString();
const to = new Configuration({ basePath: process.argv[2] });
const bias = new BiasApi(to);

console.log('instruments', (await new InstrumentsApi(to).instrumentList()).items.length);
console.log('summary', (await bias.biasSummary({ asOf: now })).items.length);
console.log('now', (await bias.biasInstrument({ instrument: 'EURUSD', asOf: now })).reason);
const explained = await bias.biasExplanation({ instrument: 'EURUSD', asOf: then });
console.log('then', explained.label, explained.score?.toFixed(4), (explained.z ?? 0) > 0 ? 'True' : 'False');
const calendar = await new CalendarApi(to).calendarBetween({
  asOf: then, region: 'US', importance: 3, from: then, to: then,
});
const release = calendar.items.find((item) => item.indicator === payrolls);
console.log('calendar', release?.state, release?.actual, release?.forecastKind, release?.period?.toISOString().slice(0, 10));
console.log('releases', (await new IndicatorsApi(to).indicatorReleases({ id: payrolls })).items.length);
const pushed = await new ReleasesApi(to).pushPush({
  dryRun: true,
  pushRequest: {
    source: 'macro-edge',
    releases: [{
      indicator: payrolls,
      releasedAt: '2022-01-07T13:30:00Z',
      actual: 199000,
      forecasts: [{ kind: ForecastKind.Survey, value: 400000 }],
    }],
  },
});
console.log('push', pushed.imported);
try {
  await bias.biasInstrument({ instrument: 'EURSUD' });
} catch (fault) {
  if (!(fault instanceof ResponseError)) throw fault;
  console.log('problem', fault.response.status, (await fault.response.json()).type);
}
