import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  type Dashboard,
  type DataQuery,
  type DataSourceRef,
  type FieldConfig,
  GraphDrawStyle,
  type GraphFieldConfig,
  LegendDisplayMode,
  type Panel,
  PercentChangeColorMode,
  SortOrder,
  StackingMode,
  type Threshold,
  ThresholdsMode,
  TooltipDisplayMode,
  VariableRefresh,
  VisibilityMode,
  VizOrientation,
  defaultDashboard,
} from "@grafana/schema";
import type { Options as StatOptions } from "@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen";
import type { Options as TableOptions } from "@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen";
import type { Options as TimeSeriesOptions } from "@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen";

/** The labels of a series of the servers that are chosen. */
export const SERVERS = 'job="macro-edge",instance=~"$instance"';

const SOURCE: DataSourceRef = { type: "prometheus", uid: "${datasource}" };
const WIDTH = 24;

/** A query in PromQL; what the data source of Grafana adds to every query. */
interface PrometheusQuery extends DataQuery {
  expr: string;
  legendFormat?: string;
  instant?: boolean;
  range?: boolean;
  format?: "time_series" | "table";
}

export type Unit = "s" | "reqps" | "percentunit" | "short" | "bytes" | "none" | "bool_yes_no";

/** Expressions by the text of their legend. */
export type Series = Record<string, string>;

export interface Shown {
  title: string;
  description: string;
  unit: Unit;
  series: Series;
  /** From these values on, a value is orange and red; descending where less is worse. */
  limits?: [orange: number, red: number];
  stacked?: boolean;
}

type Kind = "stat" | "timeseries" | "table";

/** A panel that has no place yet. */
export interface Sized {
  panel: Panel;
  width: number;
  height: number;
}

function targets(series: Series, instant: boolean, format: "time_series" | "table" = "time_series"): PrometheusQuery[] {
  return Object.entries(series).map(([legendFormat, expr], index) => ({
    refId: String.fromCharCode("A".charCodeAt(0) + index),
    datasource: SOURCE,
    expr,
    legendFormat,
    instant,
    range: !instant,
    format,
  }));
}

function steps(limits: Shown["limits"]): Threshold[] {
  if (limits === undefined) {
    return [{ color: "blue", value: null }];
  }
  const [orange, red] = limits;
  return orange < red
    ? [{ color: "green", value: null }, { color: "orange", value: orange }, { color: "red", value: red }]
    : [{ color: "red", value: null }, { color: "orange", value: red }, { color: "green", value: orange }];
}

function field<T>(shown: Shown, custom: T): FieldConfig<T> {
  return {
    unit: shown.unit,
    thresholds: { mode: ThresholdsMode.Absolute, steps: steps(shown.limits) },
    custom: custom as T & Record<string, unknown>,
  };
}

function panel(type: Kind, shown: Shown, queries: PrometheusQuery[], options: object, custom: object): Panel {
  return {
    type,
    title: shown.title,
    description: shown.description,
    datasource: SOURCE,
    targets: queries.map((query) => ({ ...query })),
    options: { ...options },
    fieldConfig: { defaults: field(shown, { ...custom }), overrides: [] },
  };
}

/** The values of now, as large figures. */
export function stat(shown: Shown): Sized {
  const options: StatOptions = {
    colorMode: BigValueColorMode.Value,
    graphMode: BigValueGraphMode.None,
    justifyMode: BigValueJustifyMode.Auto,
    percentChangeColorMode: PercentChangeColorMode.Standard,
    showPercentChange: false,
    textMode: BigValueTextMode.Auto,
    wideLayout: true,
    orientation: VizOrientation.Auto,
    reduceOptions: { calcs: ["lastNotNull"], values: false },
  };
  return { panel: panel("stat", shown, targets(shown.series, true), options, {}), width: 4, height: 4 };
}

/** Values over time. */
export function timeSeries(shown: Shown): Sized {
  const options: TimeSeriesOptions = {
    legend: { calcs: [], displayMode: LegendDisplayMode.List, placement: "bottom", showLegend: true },
    tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending },
  };
  const custom: GraphFieldConfig = {
    drawStyle: GraphDrawStyle.Line,
    lineWidth: 1,
    fillOpacity: shown.stacked === true ? 30 : 5,
    showPoints: VisibilityMode.Never,
    stacking: { mode: shown.stacked === true ? StackingMode.Normal : StackingMode.None, group: "A" },
  };
  return { panel: panel("timeseries", shown, targets(shown.series, false), options, custom), width: 12, height: 8 };
}

/** The values of now, a row for each series. */
export function table(shown: Shown, hidden: string[]): Sized {
  const options: TableOptions = { frameIndex: 0, showHeader: true };
  const made = panel("table", shown, targets(shown.series, true, "table"), options, {});
  const excludeByName = Object.fromEntries(["Time", "__name__", "job", ...hidden].map((name) => [name, true]));
  made.transformations = [{ id: "organize", options: { excludeByName } }];
  return { panel: made, width: 12, height: 8 };
}

/** Panels from left to right, in as many lines as they need. */
function placed(panels: Sized[]): Panel[] {
  let x = 0;
  let y = 0;
  let line = 0;
  return panels.map(({ panel: made, width, height }, index) => {
    if (x + width > WIDTH) {
      x = 0;
      y += line;
      line = 0;
    }
    const gridPos = { x, y, w: width, h: height };
    x += width;
    line = Math.max(line, height);
    return { id: index + 1, gridPos, ...made };
  });
}

export function dashboard(uid: string, title: string, description: string, panels: Sized[]): Dashboard {
  return {
    uid,
    title,
    description,
    tags: ["macro-edge"],
    schemaVersion: defaultDashboard.schemaVersion,
    editable: true,
    refresh: "30s",
    time: { from: "now-6h", to: "now" },
    timezone: "browser",
    links: [
      {
        title: "macro-edge",
        type: "dashboards",
        tags: ["macro-edge"],
        asDropdown: false,
        icon: "dashboard",
        includeVars: true,
        keepTime: true,
        targetBlank: false,
        tooltip: "",
      },
    ],
    templating: {
      list: [
        { name: "datasource", label: "Data source", type: "datasource", query: "prometheus" },
        {
          name: "instance",
          label: "Server",
          type: "query",
          datasource: SOURCE,
          query: { query: 'label_values(up{job="macro-edge"}, instance)', refId: "instance" },
          refresh: VariableRefresh.onTimeRangeChanged,
          multi: true,
          includeAll: true,
          allValue: ".*",
          current: { text: ["All"], value: ["$__all"], selected: true },
        },
      ],
    },
    panels: placed(panels),
  };
}
