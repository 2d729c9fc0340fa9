import type { Entry } from './entries';

export const SHOWN = 9;

export const tokensOf = (text: string) => text.toLowerCase().split(/\s+/).filter((token) => token !== '');

const NOT_FOUND = Infinity;

/** 0 where the text begins with the token, 1 where one of its words does, 2 where it stands inside one. */
function rank(text: string, token: string): number {
  const at = text.indexOf(token);
  if (at < 0) return NOT_FOUND;
  if (at === 0) return 0;
  return /[a-z0-9]/.test(text.charAt(at - 1)) && !new RegExp(`[^a-z0-9]${token.replace(/[^a-z0-9]/g, '\\$&')}`).test(text) ? 2 : 1;
}

const ALSO = 3;

function score({ name, also, kind }: Entry, tokens: readonly string[]): number {
  const inName = name.toLowerCase();
  const elsewhere = `${also} ${kind}`.toLowerCase();
  return tokens.reduce((sum, token) => sum + Math.min(rank(inName, token), ALSO + rank(elsewhere, token)), 0);
}

/** The entries in which every word is found, best first; equals keep their order. Without words the first ones. */
export function found(all: readonly Entry[], text: string): Entry[] {
  const tokens = tokensOf(text);
  const ranked = all.map((one) => ({ one, rank: score(one, tokens) })).filter((each) => each.rank < NOT_FOUND);
  return ranked.toSorted((a, b) => a.rank - b.rank).slice(0, SHOWN).map(({ one }) => one);
}

export interface Part {
  text: string;
  hit: boolean;
}

/** A name cut where the words were found in it. */
export function parts(name: string, text: string): Part[] {
  const tokens = tokensOf(text).map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (tokens.length === 0) return [{ text: name, hit: false }];
  return name.split(new RegExp(`(${tokens.join('|')})`, 'gi')).map((part, at) => ({ text: part, hit: at % 2 === 1 })).filter((part) => part.text !== '');
}
