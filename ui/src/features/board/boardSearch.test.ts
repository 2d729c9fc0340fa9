import { expect, test } from 'vitest';
import { keepBoard, readBoard, unknownBoard } from './boardSearch';

test('class, region, sort and density are read from the address', () => {
  expect(readBoard({ class: 'fx', region: 'JP', sort: 'score.asc', density: 'comfortable' }))
    .toEqual({ class: 'fx', region: 'JP', sort: 'score.asc', density: 'comfortable' });
});

test('the defaults need no parameter and may be written', () => {
  expect(readBoard({})).toEqual({});
  expect(readBoard({ sort: 'class', density: 'dense' })).toEqual({});
  expect(unknownBoard({ class: 'all', sort: 'class', density: 'dense', region: '' })).toEqual([]);
});

test('an unknown value falls back and is named; an unknown parameter is ignored', () => {
  const search = { region: 'XX', sort: 'luck', theme: 'pink' };
  expect(readBoard(search)).toEqual({});
  expect(unknownBoard(search)).toEqual([{ name: 'region', value: 'XX' }, { name: 'sort', value: 'luck' }]);
});

test('the address keeps what was typed', () => {
  expect(keepBoard({ region: 'XX', asOf: '2021-09-03' })).toEqual({ region: 'XX' });
});
