import { SERVERS, dashboard, stat, timeSeries } from "./panels.js";

const COUNT = `macro_edge_http_request_seconds_count{${SERVERS}}`;

function quantile(share: number): string {
  return `histogram_quantile(${share}, sum by (le) (rate(macro_edge_http_request_seconds_bucket{${SERVERS},method="GET",route=~"/api/v1/.+",route!~"/api/v1/exports/.+"}[$__rate_interval])))`;
}

export const service = dashboard(
  "macro-edge-service",
  "macro-edge: service",
  "Whether the servers answer, how fast, and what they need for it.",
  [
    stat({
      title: "Servers that answer",
      description: "Servers that Prometheus reaches. Runbook: docs/runbooks/down.md.",
      unit: "none",
      series: { servers: `sum(up{${SERVERS}})` },
      limits: [1, 0.5],
    }),
    stat({
      title: "Parts that do not work",
      description: "Parts of /actuator/health that are not UP. Runbook: docs/runbooks/part-down.md.",
      unit: "none",
      series: { parts: `count(macro_edge_part_up{${SERVERS}} == 0) or vector(0)` },
      limits: [1, 2],
    }),
    stat({
      title: "Requests",
      description: "Requests of every kind, by whatever answered them. Streams are left out.",
      unit: "reqps",
      series: { requests: `sum(rate(${COUNT}[$__rate_interval]))` },
    }),
    stat({
      title: "Requests that fail",
      description: "Share of answers with a status of 500 or above, over five minutes. Runbook: docs/runbooks/requests-fail.md.",
      unit: "percentunit",
      series: { share: `max(macro_edge:http_request_errors:ratio5m{${SERVERS}})` },
      limits: [0.01, 0.1],
    }),
    stat({
      title: "99th percentile",
      description: "Of GET requests to the API without exports, over five minutes. Runbook: docs/runbooks/slow.md.",
      unit: "s",
      series: { p99: `max(macro_edge:http_request_seconds:p99_5m{${SERVERS}})` },
      limits: [0.5, 1],
    }),
    stat({
      title: "Clients of the stream",
      description: "Clients that follow the stream now.",
      unit: "none",
      series: { clients: `sum(macro_edge_stream_clients{${SERVERS}})` },
    }),
    timeSeries({
      title: "Requests by status",
      description: "Answers a second, by their status.",
      unit: "reqps",
      series: { "{{status}}": `sum by (status) (rate(${COUNT}[$__rate_interval]))` },
      stacked: true,
    }),
    timeSeries({
      title: "Latency",
      description: "Time from the head of a GET request to the last byte of its answer. Exports are left out.",
      unit: "s",
      series: { "50 %": quantile(0.5), "95 %": quantile(0.95), "99 %": quantile(0.99) },
    }),
    timeSeries({
      title: "Slowest routes",
      description: "Mean time of the ten routes that take longest.",
      unit: "s",
      series: {
        "{{method}} {{route}}": `topk(10, sum by (method, route) (rate(macro_edge_http_request_seconds_sum{${SERVERS}}[$__rate_interval])) / sum by (method, route) (rate(${COUNT}[$__rate_interval]) > 0))`,
      },
    }),
    timeSeries({
      title: "Failures by route",
      description: "Answers with a status of 500 or above a second. Empty where there are none.",
      unit: "reqps",
      series: {
        "{{route}} {{status}}": `sum by (route, status) (rate(macro_edge_http_request_seconds_count{${SERVERS},status=~"5.."}[$__rate_interval]))`,
      },
    }),
    timeSeries({
      title: "Ready answers",
      description: "Requests for answers that are kept as bytes: hit (this server had it), shared (from Redis), miss (a controller made it).",
      unit: "reqps",
      series: { "{{result}}": `sum by (result) (rate(macro_edge_ready_answers_total{${SERVERS}}[$__rate_interval]))` },
      stacked: true,
    }),
    timeSeries({
      title: "Parts",
      description: "1 where a part of /actuator/health is UP, 0 where it is not.",
      unit: "none",
      series: { "{{instance}} {{part}}": `macro_edge_part_up{${SERVERS}} >= 0` },
    }),
    timeSeries({
      title: "Servers by role",
      description: "Servers that have each role; a server of role serve has all of them. Runbook: docs/runbooks/role-down.md.",
      unit: "none",
      series: { "{{role}}": `sum by (role) (macro_edge_server_role{${SERVERS}})` },
    }),
    timeSeries({
      title: "Heap",
      description: "Memory of Java objects, and how much of it there may be.",
      unit: "bytes",
      series: {
        "{{instance}} used": `sum by (instance) (jvm_memory_used_bytes{${SERVERS},area="heap"})`,
        "{{instance}} at most": `sum by (instance) (jvm_memory_max_bytes{${SERVERS},area="heap"} > 0)`,
      },
    }),
    timeSeries({
      title: "Processor",
      description: "Share of the machine's processors that the server uses.",
      unit: "percentunit",
      series: { "{{instance}}": `process_cpu_usage{${SERVERS}}` },
    }),
    timeSeries({
      title: "Garbage collection",
      description: "Share of the time in which the server stands still to free memory.",
      unit: "percentunit",
      series: { "{{instance}}": `sum by (instance) (rate(jvm_gc_pause_seconds_sum{${SERVERS}}[$__rate_interval]))` },
    }),
    timeSeries({
      title: "Log",
      description: "Lines of the log a minute, by level.",
      unit: "short",
      series: { "{{level}}": `sum by (level) (rate(logback_events_total{${SERVERS},level=~"warn|error"}[$__rate_interval])) * 60` },
    }),
    timeSeries({
      title: "Clients of the stream over time",
      description: "Clients that follow the stream.",
      unit: "none",
      series: { "{{instance}}": `macro_edge_stream_clients{${SERVERS}}` },
    }),
  ],
);
