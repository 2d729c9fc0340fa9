import { SERVERS, dashboard, stat, table, timeSeries } from "./panels.js";

export const data = dashboard(
  "macro-edge-data",
  "macro-edge: data",
  "Whether data come, how old they are, and what waits. What the store knows is the same at every server.",
  [
    stat({
      title: "Age of the last release",
      description: "Time since the last release behind the stored biases. Runbook: docs/runbooks/bias-stale.md.",
      unit: "s",
      series: { age: `max(macro_edge_bias_lag_seconds{${SERVERS}})` },
      limits: [345600, 864000],
    }),
    stat({
      title: "Sources that are on",
      description: "Sources that are asked, of those that there are.",
      unit: "none",
      series: { sources: `sum(max by (source) (macro_edge_source_on{${SERVERS}}))` },
    }),
    stat({
      title: "Sources that fail",
      description: "Sources whose last requests failed. Runbook: docs/runbooks/source-fails.md.",
      unit: "none",
      series: { sources: `count(max by (source) (macro_edge_source_failures{${SERVERS}}) > 0) or vector(0)` },
      limits: [1, 3],
    }),
    stat({
      title: "Requests to sources that are understood",
      description: "Share over six hours. Runbook: docs/runbooks/ingestion-fails.md.",
      unit: "percentunit",
      series: { share: `macro_edge:source_requests_understood:ratio6h{job="macro-edge"}` },
      limits: [0.8, 0.5],
    }),
    stat({
      title: "Events that wait",
      description: "Events that a consumer has not processed, of the consumer with most. Runbook: docs/runbooks/history-behind.md.",
      unit: "none",
      series: { events: `max(macro_edge_event_backlog{${SERVERS}})` },
      limits: [1, 100],
    }),
    stat({
      title: "Jobs that fail",
      description: "Jobs whose last run failed. Runbook: docs/runbooks/job-fails.md.",
      unit: "none",
      series: { jobs: `count(max by (name) (macro_edge_job_failures{${SERVERS}}) > 0) or vector(0)` },
      limits: [1, 3],
    }),
    timeSeries({
      title: "Lag of each source",
      description: "Time since a source last gave an answer that was understood. Runbook: docs/runbooks/source-lags.md.",
      unit: "s",
      series: { "{{source}}": `max by (source) (macro_edge_source_lag_seconds{${SERVERS}} >= 0)` },
    }),
    timeSeries({
      title: "Requests to sources",
      description: "Requests an hour, by what came of them.",
      unit: "short",
      series: { "{{result}}": `sum by (result) (rate(macro_edge_source_requests_total{${SERVERS}}[$__rate_interval])) * 3600` },
    }),
    table(
      {
        title: "Sources",
        description: "Failures in a row of each source that is on.",
        unit: "none",
        series: { failures: `max by (source) (macro_edge_source_failures{${SERVERS}} >= 0)` },
        limits: [1, 3],
      },
      [],
    ),
    table(
      {
        title: "Jobs whose last run failed",
        description: "Failed runs in a row. Empty where every job succeeds.",
        unit: "none",
        series: { failures: `max by (name) (macro_edge_job_failures{${SERVERS}} > 0)` },
        limits: [1, 3],
      },
      [],
    ),
    timeSeries({
      title: "Runs of jobs",
      description: "Mean time of the runs of each job.",
      unit: "s",
      series: {
        "{{name}}": `sum by (name) (rate(macro_edge_job_run_seconds_sum{${SERVERS}}[$__rate_interval])) / sum by (name) (rate(macro_edge_job_run_seconds_count{${SERVERS}}[$__rate_interval]) > 0)`,
      },
    }),
    timeSeries({
      title: "Runs of the stored history",
      description: "Mean time to bring stored surprises, biases and indices up to date with a change; anew where everything is computed.",
      unit: "s",
      series: {
        "{{consumer}} (anew: {{rebuilt}})": `sum by (consumer, rebuilt) (rate(macro_edge_history_run_seconds_sum{${SERVERS}}[$__rate_interval])) / sum by (consumer, rebuilt) (rate(macro_edge_history_run_seconds_count{${SERVERS}}[$__rate_interval]) > 0)`,
      },
    }),
    timeSeries({
      title: "Events that wait, by consumer",
      description: "Events that are written and not yet processed.",
      unit: "none",
      series: { "{{consumer}}": `max by (consumer) (macro_edge_event_backlog{${SERVERS}})` },
    }),
    timeSeries({
      title: "Age of the last release over time",
      description: "Falls to zero with each release that counts.",
      unit: "s",
      series: { age: `max(macro_edge_bias_lag_seconds{${SERVERS}})` },
    }),
    timeSeries({
      title: "Messages about alerts",
      description: "Messages of the rules in MACRO_EDGE_ALERTS that wait, and that were given up within a day. Runbooks: docs/runbooks/alerts-wait.md, docs/runbooks/alerts-lost.md.",
      unit: "none",
      series: {
        "{{channel}} waiting": `max by (channel) (macro_edge_alert_deliveries_pending{${SERVERS}})`,
        "{{channel}} given up": `max by (channel) (macro_edge_alert_deliveries_given_up{${SERVERS}})`,
      },
    }),
    timeSeries({
      title: "Age of the oldest message",
      description: "Time since the oldest alert was raised that a channel has not taken.",
      unit: "s",
      series: { "{{channel}}": `max by (channel) (macro_edge_alert_delivery_lag_seconds{${SERVERS}})` },
    }),
    table(
      {
        title: "Alerts of Prometheus",
        description: "Alerts that fire or are about to. Empty where there are none.",
        unit: "none",
        series: { alerts: `ALERTS{job="macro-edge"}` },
      },
      [],
    ),
  ],
);
