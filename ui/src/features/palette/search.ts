import type { Entry } from './entries';

export const SHOWN = 9;

export const tokensOf = (text: string) => text.toLowerCase().split(/\s+/).filter((token) => token !== '');

const NOT_FOUND = Infinity;

/** 0 if the text starts with the token, 1 if one of its words does, 2 if the token is inside a word. */
function rank(text: string, token: string): number {
  const index = text.indexOf(token);
  if (index < 0) return NOT_FOUND;
  if (index === 0) return 0;
  return /[a-z0-9]/.test(text.charAt(index - 1)) && !new RegExp(`[^a-z0-9]${token.replace(/[^a-z0-9]/g, '\\$&')}`).test(text) ? 2 : 1;
}

const IN_TERMS = 3;

function score({ name, terms, kind }: Entry, tokens: readonly string[]): number {
  const inName = name.toLowerCase();
  const elsewhere = `${terms} ${kind}`.toLowerCase();
  return tokens.reduce((sum, token) => sum + Math.min(rank(inName, token), IN_TERMS + rank(elsewhere, token)), 0);
}

/** The entries that contain every word, best match first. Equal matches keep their order; without words, the first entries match. */
export function matches(all: readonly Entry[], text: string): Entry[] {
  const tokens = tokensOf(text);
  const ranked = all.map((entry) => ({ entry, rank: score(entry, tokens) })).filter((each) => each.rank < NOT_FOUND);
  return ranked.toSorted((a, b) => a.rank - b.rank).slice(0, SHOWN).map(({ entry }) => entry);
}

export interface Part {
  text: string;
  hit: boolean;
}

/** Splits a name into the parts that match the words and the parts that do not. */
export function parts(name: string, text: string): Part[] {
  const tokens = tokensOf(text).map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (tokens.length === 0) return [{ text: name, hit: false }];
  return name.split(new RegExp(`(${tokens.join('|')})`, 'gi')).map((part, index) => ({ text: part, hit: index % 2 === 1 })).filter((part) => part.text !== '');
}
