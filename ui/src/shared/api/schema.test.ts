// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('the types of the answers follow from the description of the API; `npm run schema` writes them', async () => {
  const types = astToString(await openapiTS(JSON.parse(read('openapi.json'))));
  expect(read('src/shared/api/schema.ts')).toContain(types);
});
