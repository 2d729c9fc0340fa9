import { expect, test } from 'vitest';
import { deviation, expected, published, surprise } from './figures';

const percent = { unit: 'percent', step: 0.1 };
const jobs = { unit: 'persons', step: 1000 };

test('figures are written as published', () => {
  expect(published(235000, jobs)).toBe('235K');
  expect(published(1053000, jobs)).toBe('1,053K');
  expect(published(5.2, percent)).toBe('5.2%');
  expect(published(0, percent)).toBe('0.0%');
  expect(published(10070000, { unit: 'persons', step: 10000 })).toBe('10.07M');
  expect(published(-272800000000, { unit: 'usd', step: 100000000 })).toBe('\u2212272.8B');
});

test('no published decimal is lost', () => {
  expect(published(0.25, percent)).toBe('0.25%');
  expect(published(231500, jobs)).toBe('231.5K');
});

test('surprises and σ of a percentage are percentage points', () => {
  expect(surprise(-2, percent)).toBe('\u22122.0 pp');
  expect(deviation(0.554, percent)).toBe('0.55 pp');
  expect(surprise(-485000, jobs)).toBe('\u2212485K');
  expect(deviation(173012, jobs)).toBe('173K');
});

test('without the catalogue a number has no unit', () => {
  expect(published(235000, undefined)).toBe('235,000');
  expect(published(null, percent)).toBe('–');
});

test('a forecast that is the rate in force says so', () => {
  expect(expected(-0.75, percent, ['imported', 'no-forecast'])).toBe('\u22120.75% in force');
  expect(expected(-0.75, percent, ['imported'])).toBe('\u22120.75%');
});

test('a forecast that nobody published says whether it is naive or that of a model', () => {
  expect(expected(2.1, percent, ['naive-forecast'])).toBe('2.1% naive');
  expect(expected(2.1, percent, ['expected', 'model-forecast'])).toBe('2.1% model');
  expect(expected(2.1, percent, [], 'naive')).toBe('2.1% naive');
  expect(expected(2.1, percent, [], 'model')).toBe('2.1% model');
  expect(expected(2.1, percent, [], 'survey')).toBe('2.1%');
  expect(expected(null, percent, ['naive-forecast'])).toBe('\u2013');
});
