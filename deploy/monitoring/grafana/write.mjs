// Writes the dashboards beside this file, or with --check fails where one differs from its source.
import { readFileSync, writeFileSync } from "node:fs";
import { data } from "./node_modules/.dashboards/data.js";
import { service } from "./node_modules/.dashboards/service.js";

const dashboards = { "service.json": service, "data.json": data };
for (const [name, dashboard] of Object.entries(dashboards)) {
  const file = new URL(name, import.meta.url);
  const text = JSON.stringify(dashboard, null, 2) + "\n";
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error(`${name} is not what its source gives. Run npm run write.`);
    process.exitCode = 1;
  }
}
