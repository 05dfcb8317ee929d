import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, MadeLedger } from '@/domain/fixtures/ledger';
import { canonicalJson, payloadHashOf } from '@/domain/ledger';
import { entryLine, readEntry } from './export';
import { faultInWords } from './export-fault';
import { ExportReader, type ExportVerdict, type Watched } from './export-reader';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function verdictOn(
  file: string | Uint8Array,
  portion = Number.POSITIVE_INFINITY,
  watched?: Watched,
) {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const reader = new ExportReader(watched);
  for (let at = 0; at < bytes.length; at += portion)
    reader.read(bytes.subarray(at, Math.min(bytes.length, at + portion)));
  return reader.finish();
}

const faultIn = (verdict: ExportVerdict) => (verdict.ok ? null : verdict.fault);

/** A small ledger with all there is: salts, no salts, text that JSON escapes, a daily root, a redaction. */
const small = () =>
  new MadeLedger()
    .add({ payload: { says: 'naïve "quotes" \\ \u0001 🜂', list: [1, 2.5, 1e21, null, true] } })
    .add({ payload: 'short', salt: '0123456789abcdef0123456789abcdef' })
    .addRoot()
    .add({ payload: { name: 'a private person' }, salt: 'f'.repeat(32) })
    .redact(4)
    .addRoot();

describe('an export', () => {
  it('is canonical JSON line by line, and whole', () => {
    const ledger = small();
    const [header = '', ...entries] = ledger.lines;
    for (const line of [header, ...entries]) expect(canonicalJson(JSON.parse(line))).toBe(line);
    expect(entries.map((line) => readEntry(line)?.record)).toEqual(ledger.records);
    expect(verdictOn(fileOf(ledger.lines))).toMatchObject({
      ...{ ok: true, entries: 6, redacted: 1, dailyRoots: 2, root: ledger.root },
      ...{ head: ledger.records.at(-1)?.chainHash, first: ledger.records[0]?.at },
    });
  });

  it('may be empty, and may come in portions of any size', () => {
    expect(verdictOn(fileOf(new MadeLedger().lines))).toMatchObject({ ok: true, entries: 0 });
    const file = fileOf(small().lines);
    for (const portion of [1, 7, 64, 1000])
      expect(verdictOn(file, portion)).toEqual(verdictOn(file));
  });

  it('keeps whatever JSON a payload holds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.boolean(), (payloads, salted) => {
        const ledger = new MadeLedger();
        for (const payload of payloads)
          ledger.add({ payload, salt: salted ? 'ab'.repeat(16) : null });
        for (const record of ledger.records) expect(entryLine(record)).toBe(canonicalJson(record));
        expect(verdictOn(fileOf(ledger.lines)).ok).toBe(true);
      }),
    );
  });

  it('tells the roots and leaves that were asked for', () => {
    const watched = { sizes: [2, 6, 7], entries: [3, 7] };
    const verdict = verdictOn(fileOf(small().lines), 100, watched);
    if (!verdict.ok) throw new Error('not whole');
    expect([...verdict.roots.keys()]).toEqual([2, 6]);
    expect(verdict.roots.get(6)).toBe(verdict.root);
    expect([...verdict.leaves.keys()]).toEqual([3]);
  });
});

describe('one byte changed', () => {
  const file = bytesOf(fileOf(small().lines));
  /** The line a byte belongs to: 0 the header, k entry k; a line feed ends its own line. */
  const lineOf: number[] = [];
  let line = 0;
  for (const byte of file) {
    lineOf.push(line);
    if (byte === 0x0a) line += 1;
  }

  it(`is found at each of ${file.length} places, and the entry it lies in is named`, () => {
    for (const [at, byte] of file.entries()) {
      const changed = Uint8Array.from(file);
      changed[at] = byte ^ (1 << (at % 8));
      const fault = faultIn(verdictOn(changed));
      if (fault === null || fault.entry !== lineOf[at])
        throw new Error(`byte ${at} in line ${lineOf[at]}: ${JSON.stringify(fault)}`);
      expect(faultInWords(fault)).toMatch(/^(Entry \d+|The header) \(line \d+\): \w.+\.$/);
    }
  });

  it('is found whatever it is changed to, left out or put in', () => {
    const place = fc.nat(file.length - 1);
    fc.assert(
      fc.property(place, fc.nat(255), fc.constantFrom(0, 1, 2), (at, byte, way) => {
        const middle = way === 1 ? [] : way === 2 ? [byte, file[at] ?? 0] : [byte];
        const changed = Uint8Array.from([
          ...file.subarray(0, at),
          ...middle,
          ...file.subarray(at + 1),
        ]);
        fc.pre(way !== 0 || byte !== file[at]);
        const fault = faultIn(verdictOn(changed));
        // A byte put in front of a line feed's own line or doubled may as well belong to its neighbour.
        const near = lineOf[at] ?? 0;
        expect(fault).not.toBeNull();
        expect([near, near + 1]).toContain(fault?.entry);
        if (way === 0) expect(fault?.entry).toBe(near);
      }),
      { numRuns: 500 },
    );
  });
});

describe('bytes that mean the same are named all the same', () => {
  it.each([
    ['a space', (line: string) => line.replace('"seq":2', '"seq": 2')],
    ['a number written otherwise', (line: string) => line.replace('"seq":2', '"seq":2.0')],
    ['an escape that need not be', (line: string) => line.replace('"short"', '"\\u0073hort"')],
    ['a key twice', (line: string) => line.replace('"seq":2', '"seq":2,"seq":2')],
    ['another order', (line: string) => JSON.stringify({ seq: 2, ...JSON.parse(line) })],
    ['a field more', (line: string) => line.replace('"seq":2', '"note":1,"seq":2')],
    ['a carriage return', (line: string) => `${line}\r`],
    [
      'hexadecimal in capitals',
      (line: string) => line.replace(/"eventHash":"\w+"/, (hash) => hash.toUpperCase()),
    ],
  ])('%s in an entry', (_, change) => {
    const lines = small().lines.map((line, at) => (at === 2 ? change(line) : line));
    expect(lines).not.toEqual(small().lines);
    expect(faultIn(verdictOn(fileOf(lines)))).toMatchObject({ entry: 2 });
  });

  it.each([
    ['a byte order mark', (file: string) => `\ufeff${file}`],
    ['a space in the header', (file: string) => file.replace('":"servanda 1', '": "servanda 1')],
    ['an empty line first', (file: string) => `\n${file}`],
    ['nothing at all', () => ''],
    ['another format', () => '{"format":"servanda.dossier/1"}\n'],
    ['no line feed', () => 'x'.repeat(100)],
  ])('%s', (_, change) => {
    expect(faultIn(verdictOn(change(fileOf(small().lines))))).toMatchObject({
      ...{ entry: 0, code: 'header' },
    });
  });
});

/** The lines of an export after a field of an entry was changed behind its back. */
const withField = (seq: number, change: object) => (ledger: MadeLedger) => {
  const record = ledger.records[seq - 1];
  if (record !== undefined) ledger.records[seq - 1] = { ...record, ...change };
  return ledger.lines;
};

/** The header of a ledger unlike this one, over the entries of this one. */
const withHeader = (change: (other: MadeLedger) => unknown) => (ledger: MadeLedger) => {
  const other = small();
  change(other);
  return [other.lines[0] ?? '', ...ledger.lines.slice(1)];
};

const another = new MadeLedger().add({ payload: 1 });
const NEVER = { day: '2026-11-22', treeSize: 1, root: '0'.repeat(64), head: '0'.repeat(64) };

describe('what was tampered with on purpose is named', () => {
  it.each<[string, (ledger: MadeLedger) => readonly string[], object]>([
    ['a payload', withField(1, { payload: 'x' }), { entry: 1, code: 'payload' }],
    ['a salt', withField(2, { salt: null }), { entry: 2, code: 'payload' }],
    ['an author', withField(2, { actor: 'another' }), { entry: 2, code: 'event' }],
    ['an event hash', withField(2, { eventHash: '0'.repeat(64) }), { entry: 2, code: 'event' }],
    ['a chain hash', withField(2, { chainHash: '0'.repeat(64) }), { entry: 2, code: 'chain' }],
    ['an entry left out', ({ lines }) => lines.toSpliced(2, 1), { entry: 2, code: 'gap' }],
    [
      'two that changed places',
      ({ lines }) => lines.toSpliced(2, 2, ...lines.slice(2, 4).reverse()),
      { entry: 2, code: 'gap' },
    ],
    ['the last one cut off', ({ lines }) => lines.slice(0, -1), { entry: 6, code: 'missing' }],
    ['one more at the end', ({ lines }) => [...lines, ...lines.slice(-1)], { code: 'extra' }],
    [
      'the header of a shorter ledger',
      (ledger) => [...another.lines.slice(0, 1), ...ledger.lines.slice(1)],
      { entry: 2, code: 'extra' },
    ],
    [
      'a redaction nobody told of',
      (ledger) => ledger.add({ payload: 'x' }).redact(7, false).lines,
      { entry: 7, code: 'redaction' },
    ],
    ['a redaction that kept its salt', withField(4, { salt: 'f' }), { entry: 4, code: 'form' }],
    [
      'a header with another head',
      withHeader((other) => withField(6, { chainHash: 'a'.repeat(64) })(other)),
      { entry: 0, code: 'head' },
    ],
    [
      'a header with another root',
      withHeader((other) => {
        other.peaks = another.peaks;
      }),
      { entry: 0, code: 'root' },
    ],
    [
      'a daily root that never was',
      () =>
        new MadeLedger().add({ payload: 1 }).add({ type: 'ledger.rooted', payload: NEVER }).lines,
      { entry: 2, code: 'daily_root' },
    ],
  ])('%s', (_, change, fault) => {
    expect(faultIn(verdictOn(fileOf(change(small()))))).toMatchObject(fault);
  });

  it('a last line that does not end', () => {
    const file = fileOf(small().lines);
    for (const short of [1, 2, 100])
      expect(faultIn(verdictOn(file.slice(0, -short)))).toEqual({ entry: 6, code: 'unended' });
  });
});

describe('a salt', () => {
  it('is part of what is kept of a payload, and nothing is kept of it but the hash', () => {
    const hashes = [null, 'a', 'b'].map((salt) => payloadHashOf({ vote: 'agreed' }, salt));
    expect(new Set(hashes).size).toBe(3);
    const [entry] = new MadeLedger()
      .add({ payload: 'secret', salt: 'grain' })
      .redact(1)
      .lines.slice(1);
    expect(entry).not.toMatch(/secret|grain/);
  });
});
