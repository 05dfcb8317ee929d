import type { Pact, Party } from '@/domain/pact';
import { stateName } from '@/domain/states';

/** Adjectives, peoples and other names of states that pacts are drafted about. Names of `states.ts` come by themselves. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AU: ['Australian', 'Australians'],
  BR: ['Brazilian', 'Brazilians'],
  BY: ['Belarusian', 'Belarusians'],
  CA: ['Canadian', 'Canadians'],
  CN: ['Chinese', 'People’s Republic of China', "People's Republic of China", 'PRC'],
  DE: ['German', 'Germans'],
  EE: ['Estonian', 'Estonians'],
  FR: ['French'],
  GB: ['British', 'Great Britain', 'UK', 'U.K.', 'England'],
  GE: ['Georgian', 'Georgians'],
  IL: ['Israeli', 'Israelis'],
  IN: ['Indian', 'Indians'],
  IR: ['Iranian', 'Iranians'],
  JP: ['Japanese'],
  KP: ['North Korean', 'North Koreans', 'DPRK', 'DPR Korea'],
  KR: ['South Korean', 'South Koreans', 'Republic of Korea'],
  NL: ['Dutch'],
  PL: ['Polish', 'Poles'],
  RU: ['Russian', 'Russians', 'Russian Federation', 'Kremlin'],
  SU: ['Soviet', 'Soviets', 'USSR', 'U.S.S.R.'],
  UA: ['Ukrainian', 'Ukrainians'],
  US: [
    'US',
    'U.S.',
    'USA',
    'U.S.A.',
    'America',
    'American',
    'Americans',
    'United States of America',
  ],
};

/** `Party A`, `Side B`, `the first party`: one of two that are to be alike. */
const ONE_SIDE =
  /\b(?:party|side|state)\s+(?:[ab]|one|two|[12])\b|\bthe\s+(?:first|second|former|latter)\s+(?:party|side|state)\b/gi;

const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»/g;

/** Words within quotation marks name what is quoted and bind nobody: they are blanked, in place. */
const unquoted = (text: string): string =>
  text.replaceAll(QUOTED, (quoted) => ' '.repeat(quoted.length));

const pattern = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'u',
  );

const namesOf = (state: string): readonly string[] => [
  stateName(state),
  ...(OTHER_NAMES[state] ?? []),
];

/** A word by which a text names one party. */
export interface NamedParty {
  readonly word: string;
  /** The state it names; null: a side by its letter or number. */
  readonly state: string | null;
}

/** The first word of a text that names a party of the pact, or one side of it; null: none does. */
function namedIn(text: string, parties: readonly Party[]): NamedParty | null {
  const plain = unquoted(text);
  const [side] = plain.match(ONE_SIDE) ?? [];
  if (side !== undefined) return { word: side, state: null };
  for (const state of parties.flatMap(({ code, succeeds }) => [code, ...succeeds]))
    for (const word of namesOf(state)) if (pattern(word).test(plain)) return { word, state };
  return null;
}

/** Where a reference does more than cite. */
const BINDING = /\b(?:shall|must|will|only|undertakes?|agrees?|binds?|refrains?)\b/i;

export interface NamingFault extends NamedParty {
  readonly path: string;
  readonly message: string;
}

const sentence = (word: string): string =>
  `A clause binds every party alike; this names one of them: “${word}”. Write "each party" and "the other", or say it as a reservation of that party.`;

/**
 * Where the words of a clause name a party (method.md 1, "Admission of evidence on symmetry").
 * Conduct, objects and limbs are codes, so that a party can only be named in words: in the text and
 * in the notes of exceptions anywhere, in the reference, which cites, only where it binds as well.
 * Words within quotation marks are quoted from elsewhere and pass, and so do reservations, which are
 * one-sided by nature. Names count as they are written (Russia, US), so that "us" is no state.
 */
export function namingFaults({
  clauses,
  parties,
}: Pick<Pact, 'clauses' | 'parties'>): NamingFault[] {
  return clauses.flatMap(({ text, reference, exceptions }, at) => {
    const asked = [
      { path: `clauses[${at}].text`, words: text },
      ...(BINDING.test(unquoted(reference))
        ? [{ path: `clauses[${at}].reference`, words: reference }]
        : []),
      ...exceptions.map(({ note = '' }, n) => ({
        path: `clauses[${at}].exceptions[${n}].note`,
        words: note,
      })),
    ];
    return asked.flatMap(({ path, words }) => {
      const named = namedIn(words, parties);
      return named === null ? [] : [{ ...named, path, message: sentence(named.word) }];
    });
  });
}
