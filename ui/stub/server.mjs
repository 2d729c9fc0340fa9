// A stub of the API, for developing the board without a server: npm run dev:stub, then npm run dev.
// It answers every request from src/test/answers, whatever time or instrument the request names. It also serves dist/,
// to try a production build. The environment variable STUB (sample, stale or error) selects a state.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const answer = (name) => JSON.parse(readFileSync(join(root, 'src/test/answers', `${name}.json`), 'utf8'));
const state = process.env.STUB ?? '';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html' };

function stated(body, asOf) {
  if (asOf) return { ...body, asOf };
  return { ...body, stale: state === 'sample' || state === 'stale', sampleOnly: state === 'sample' };
}

function api(url) {
  const path = url.pathname.replace('/api/v1/', '');
  const asOf = url.searchParams.get('asOf');
  const bias = /^bias\/([A-Z0-9]+)\/(explanation|history)$/.exec(path);
  if (path === 'board') return { summary: stated(answer('summary'), asOf), flips: answer('flips'), recent: answer('recent'), calendar: stated(answer('calendar'), asOf) };
  if (bias) {
    const item = answer('summary').items.find(({ instrument }) => instrument === bias[1]);
    return item && stated({ ...answer(bias[2]), ...(bias[2] === 'explanation' ? item : { instrument: bias[1] }) }, asOf);
  }
  if (/^indicators\/[^/]+\/releases$/.test(path)) return answer('releases');
  if (/^indicators\/[^/]+\/revisions$/.test(path)) return answer('revisions');
  if (path.startsWith('releases/')) return answer('raw-release');
  return ['indicators', 'instruments', 'calendar'].includes(path) ? answer(path) : undefined;
}

const problem = (code, status, detail) => ({ type: `urn:macro-edge:problem:${code}`, title: code, status, detail });

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://stub');
  response.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
  if (url.pathname.startsWith('/api/')) {
    const body = state === 'error' ? undefined : api(url);
    const failed = state === 'error' ? problem('store-unavailable', 503, 'The database did not answer within 5 s.') : problem('unknown-path', 404, 'The stub has no answer for this path.');
    response.writeHead(body ? 200 : failed.status, { 'Content-Type': body ? 'application/json' : 'application/problem+json', 'X-Request-Id': '7f2c-91ab' });
    return response.end(JSON.stringify(body ?? failed));
  }
  const file = join(root, 'dist', url.pathname);
  const found = url.pathname !== '/' && !url.pathname.includes('..') && existsSync(file) ? file : join(root, 'dist/index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream' });
  return response.end(readFileSync(found));
}).listen(Number(process.env.PORT ?? 8090), '127.0.0.1', () => console.log('stub API on http://127.0.0.1:8090'));
