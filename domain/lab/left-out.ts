/** The parameter that names those left out of an address. */
export const IGNORED = 'ignored';

/** What stands for parameters that no page knows: their names are not repeated. */
const OTHER = 'other';

/** What is expected of each parameter, for whoever opens an address that asks for something else. */
const EXPECTED: Readonly<Record<string, string>> = {
  pact: 'a pact of the library that is scored',
  version: 'the number of a version that the pact has',
  draft: 'a draft that you may read',
  set: 'numbers moved, such as actDays:60, each within its range and of a clause that the pact has',
  from: 'a day from 1900 to 2100, and a pact that was never in force',
  asOf: 'a day from 1900 to 2100',
  want: 'clear or catch',
  findings: 'findings such as incident~clause~RU, 40 at most',
  ...{ since: 'a day from 1900 to 2100', until: 'a day from 1900 to 2100, on or after since' },
  ...{ party: 'the code of a party of the pact', clause: 'a clause that the pact has' },
  conduct: 'a code of conduct of the vocabulary',
  minSeverity: 'a severity from 1 to 5',
  ...{ by: 'month, quarter or year', counting: 'computed or signed' },
  impact: 'a kind of effect that the page offers',
  over: 'party or clause',
  ...{ one: 'the code of a party of the pact', other: 'the code of another party of the pact' },
  [OTHER]: 'only parameters of this page, each once',
};

/** The same name on the first side of a comparison. */
const plain = (name: string): string =>
  /^b[A-Z]/.test(name) ? name.slice(1, 2).toLowerCase() + name.slice(2) : name;

/** What was expected of a parameter that was left out; null: nothing has that name. */
export const expectedOf = (name: string): string | null => {
  const own = plain(name);
  return Object.hasOwn(EXPECTED, own) ? (EXPECTED[own] ?? null) : null;
};

/** What means something only with the pact that a side names. */
const OF_A_PACT = ['version', 'set', 'from'] as const;
const OF_THE_PAGE = ['findings', 'clause', 'curve', 'open', 'why'] as const;

function withIt(name: string): readonly string[] {
  if (name === 'pact' || name === 'draft') return [name, ...OF_A_PACT, ...OF_THE_PAGE];
  if (name === 'bPact' || name === 'bDraft') return [name, 'bVersion', 'bSet', 'bFrom'];
  return [name];
}

/**
 * An address without some of its parameters and without what means nothing alone, naming them under
 * `ignored`; null where it has none of them.
 *
 * @param names parameters at fault; `(address)` stands for all that are not `known`
 */
export function withoutNames(
  parameters: URLSearchParams,
  names: readonly string[],
  known: readonly string[],
): URLSearchParams | null {
  const strangers = [...parameters.keys()].filter(
    (name) => name !== IGNORED && !known.includes(name),
  );
  const wrong = names.flatMap((name) => (name === '(address)' ? strangers : [name]));
  const gone = [...new Set(wrong)].filter((name) => parameters.has(name));
  if (gone.length === 0) return null;
  const next = new URLSearchParams(parameters);
  const said = (next.get(IGNORED) ?? '').split(',').filter((name) => name !== '');
  for (const name of gone.flatMap(withIt)) next.delete(name);
  const told = gone.map((name) => (expectedOf(name) === null ? OTHER : name));
  next.set(IGNORED, [...new Set([...said, ...told])].join(','));
  return next;
}
