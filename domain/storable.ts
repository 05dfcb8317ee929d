import type { CodedFault } from './fault';

/** Deepest nesting of a document: far beyond any format of ours. Our own choice [D]. */
export const MOST_DEPTH = 32;

/** What no text column and no JSON column keeps: NUL, and half of a surrogate pair. */
const UNKEPT = /[\0\p{Cs}]/u;

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

const fault = (path: string, code: string, message: string): CodedFault => ({
  path: path === '' ? '(body)' : path.slice(0, 300),
  ...{ code, message, level: 'refused' },
});

function within({ value, path, depth }: Place): Place[] {
  if (Array.isArray(value))
    return value.map((item, at) => ({ value: item, path: `${path}[${at}]`, depth: depth + 1 }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, item]) => ({
    value: item,
    path: path === '' ? key : `${path}.${key}`,
    depth: depth + 1,
  }));
}

/**
 * The first reason why a parsed JSON document cannot be kept or walked, whatever its format: nested
 * too deep, or a name or text with NUL or a lone surrogate. Null where there is none. Walks without
 * recursion, so that no depth exhausts the stack.
 */
export function unstorable(document: unknown): CodedFault | null {
  const open: Place[] = [{ value: document, path: '', depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place.depth > MOST_DEPTH)
      return fault(place.path, 'too_deep', `expected at most ${MOST_DEPTH} levels`);
    if (UNKEPT.test(place.path.slice(-400)) || UNKEPT.test(stringIn(place.value)))
      return fault(
        place.path.replaceAll(/[\0\p{Cs}]/gu, '?'),
        'hidden_characters',
        'expected no control or zero-width characters',
      );
    for (const inner of within(place)) open.push(inner);
  }
  return null;
}

const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '');
