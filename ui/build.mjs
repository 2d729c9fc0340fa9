// Builds the board if a source file has changed since the last successful build: npm ci, lint, tests, build.
// Maven calls it. `node build.mjs --tests=false` skips lint and tests; the next build without it runs them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = import.meta.dirname;
const notSource = new Set(['node_modules', 'dist', 'target', 'coverage', 'pom.xml', 'README.md']);
const stamps = join(root, 'target', 'ui');

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => folder !== root || !notSource.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    });
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function done(step, hash, result) {
  const stamp = join(stamps, step);
  return existsSync(join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function npm(step, hash, ...commands) {
  rmSync(join(stamps, step), { force: true });
  for (const command of commands) {
    const { status } = spawnSync('npm', command, { cwd: root, stdio: 'inherit' });
    if (status !== 0) {
      console.error(`ui: npm ${command.join(' ')} failed`);
      process.exit(status ?? 1);
    }
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, step), hash);
}

if (!existsSync(join(root, 'package.json'))) {
  console.log('ui: there is no package.json, so there is nothing to build');
  process.exit(0);
}
const sources = hashOf(files(root));
const locked = hashOf([join(root, 'package-lock.json')]);
if (!done('packages', locked, 'node_modules')) npm('packages', locked, ['ci', '--no-audit', '--no-fund']);
if (!process.argv.includes('--tests=false') && !done('checks', sources, 'node_modules')) {
  npm('checks', sources, ['run', 'lint'], ['test']);
}
if (!done('dist', sources, 'dist')) npm('dist', sources, ['run', 'build']);
