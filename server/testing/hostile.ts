import * as fc from 'fast-check';

/** What JSON.stringify cannot write: put into the text afterwards. */
const RAW: Readonly<Record<string, string>> = {
  '@huge@': '1e999',
  '@minus-huge@': '-1e999',
  '@long-number@': '9'.repeat(400),
  '@deep@': `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '@deep-object@': `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
  '@lone@': '"\\ud800"',
  '@nul@': '"a\\u0000b"',
};

const HOSTILE: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -0, '', ' ', '\u200b', 'a\u202eb', '\u0007'],
  ...[[], {}, [[]], [null], ['x'.repeat(400)], { id: 'x' }, 'unknown', '2016-02-30', '0000-01-01'],
  ...['9999-12-31', '2016-13-01', '2016-01-01T25:00Z', 'javascript:alert(1)', 'http://a/\u0001'],
  ...['<script>alert(1)</script>', '\'; DROP TABLE "Incident"; --', '../../etc/passwd', '%00'],
  ...[
    'constructor',
    '__proto__',
    'US',
    'XX',
    'c1',
    's1',
    'retracted',
    'RED',
    '\u{1f600}'.repeat(200),
  ],
  ...[
    { date: '2016-01-02', precision: 'month' },
    { date: '2016-01-01T10:00Z', precision: 'day' },
  ],
  ...[
    { date: '2999-01-01', precision: 'day' },
    { date: '2016', precision: 'year' },
  ],
  ...Object.keys(RAW),
];

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ maxLength: 400, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(2 ** 20)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 700 }).map((n) => Array(n).fill('US')) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

type Fields = Record<string, unknown>;
const isNode = (at: unknown): at is Fields => typeof at === 'object' && at !== null;

/** Every place in a document, as the record or list that holds it and the key there. */
function places(at: unknown): [Fields, string][] {
  if (!isNode(at)) return [];
  return Object.keys(at).flatMap((key): [Fields, string][] => [[at, key], ...places(at[key])]);
}

interface Change {
  readonly where: number;
  readonly how: 'replace' | 'remove' | 'add' | 'repeat';
  readonly name: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'repeat'),
  name: fc.constantFrom('extra', '__proto__', 'constructor', 'a\0', 'toString', ''),
  value,
});

function changed(document: unknown, { where, how, name, value: wanted }: Change): void {
  const all = places(document);
  const [holder, key] = all[where % Math.max(1, all.length)] ?? [];
  if (holder === undefined || key === undefined) return;
  const held = holder[key];
  const given: unknown = structuredClone(wanted);
  if (how === 'remove') delete holder[key];
  else if (how === 'repeat' && Array.isArray(held)) holder[key] = [...held, ...held];
  else if (how === 'add' && isNode(held))
    Object.defineProperty(held, name, {
      value: given,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else holder[key] = given;
}

const written = (document: unknown): string =>
  Object.entries(RAW).reduce(
    (text, [mark, raw]) => text.replaceAll(JSON.stringify(mark), raw),
    JSON.stringify(document),
  );

/** A body made from a valid one by up to three changes; sometimes by none. */
const bent = (valid: unknown): fc.Arbitrary<string> =>
  fc.array(change, { maxLength: 3 }).map((changes) => {
    const document: unknown = structuredClone(valid);
    for (const each of changes) changed(document, each);
    return written(document);
  });

/** What is no document at all. */
const broken: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }),
  fc.constantFrom('', '{', '[]', 'null', '1', '"x"', '{"a":1}}', '\ufeff{}', '[1,', '{"a":tru'),
  fc.constantFrom(...Object.values(RAW)),
  fc.constant(`{"incident":"${'x'.repeat(3 * 2 ** 20)}"}`),
  fc.jsonValue().map((each) => JSON.stringify(each)),
);

export interface HostileBody {
  readonly body: string | Uint8Array;
  readonly type: string | null;
  /** Sent in pieces, without telling its length. */
  readonly chunked: boolean;
}

/** Bodies for a route that takes this one: bent, broken, mistyped, in pieces. */
export const hostileBodies = (valid: unknown): fc.Arbitrary<HostileBody> =>
  fc.record({
    body: fc.oneof({ weight: 6, arbitrary: bent(valid) }, { weight: 1, arbitrary: broken }),
    type: fc.oneof(
      { weight: 20, arbitrary: fc.constant('application/json') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(null, 'text/plain', 'application/jsonx', 'multipart/form-data'),
      },
    ),
    chunked: fc.boolean(),
  });
