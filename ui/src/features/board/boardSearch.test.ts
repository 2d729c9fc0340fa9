import { expect, test } from 'vitest';
import { keepBoard, readBoard, invalidBoard } from './boardSearch';

test('class, region, sort and density are read from the address', () => {
  expect(readBoard({ class: 'fx', region: 'JP', sort: 'score.asc', density: 'comfortable' }))
    .toEqual({ class: 'fx', region: 'JP', sort: 'score.asc', density: 'comfortable' });
});

test('the defaults need no parameter but may be given', () => {
  expect(readBoard({})).toEqual({});
  expect(readBoard({ sort: 'class', density: 'dense' })).toEqual({});
  expect(invalidBoard({ class: 'all', sort: 'class', density: 'dense', region: '' })).toEqual([]);
});

test('a value that is not valid is named and becomes the default; an unknown parameter is ignored', () => {
  const search = { region: 'XX', sort: 'luck', theme: 'pink' };
  expect(readBoard(search)).toEqual({});
  expect(invalidBoard(search)).toEqual([{ name: 'region', value: 'XX' }, { name: 'sort', value: 'luck' }]);
});

test('the address keeps what was typed', () => {
  expect(keepBoard({ region: 'XX', asOf: '2021-09-03' })).toEqual({ region: 'XX' });
});
