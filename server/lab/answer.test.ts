import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, VISITOR } from '@/domain/actor';
import { dossierSchema } from '@/domain/dossier';
import { labSchema } from '@/domain/lab/address';
import type { LabAnswer } from '@/domain/lab/answer';
import { fromBuffer } from '@/domain/lab/buffer';
import { pactLibrarySchema } from '@/domain/pact';
import { logIncident, reviseIncident } from '@/server/incidents';
import { ingest } from '@/server/ingest';
import { resolveVariant } from '@/server/lab-variant';
import { append, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { onEmbedded } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { figuresOfRecord, labAnswer } from './answer';
import { labColumns } from './columns';
import { resolveColumns } from './record';
import { turnedIn } from './turned';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const whole = dossierSchema.parse(read('russia-west'));
const dossier = { ...whole, incidents: whole.incidents.slice(-60) };
const [known] = dossier.incidents;
const author = { kind: 'program', name: 'import' } as const;
const RECORDER: Actor = {
  ...{ kind: 'person', id: '00000000-0000-7000-8000-000000000001', name: 'R' },
  ...{ disabled: false, grants: [{ role: 'recorder' }] },
};

type Figures = Pick<LabAnswer, 'before' | 'after' | 'bases' | 'flips'>;

/** Sums of the columns are rounded once a finding, to 2^-20. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(3));
const plain = ({ before, after, bases, flips }: Figures) => ({
  ...{ bases, flips },
  shown: [before, after].map(({ figures, lines }) => ({
    ...{ byClause: [...Array.from(figures.byClause)], byParty: [...Array.from(figures.byParty)] },
    low: Array.from(figures.low, rounded),
    high: Array.from(figures.high, rounded),
    lines: lines.map(({ low, high, ...line }) => ({
      ...line,
      low: rounded(low),
      high: rounded(high),
    })),
  })),
});

async function both(asked: Record<string, string>, actor: Actor) {
  const address = labSchema.parse(asked);
  const [found, resolved] = [await labAnswer(address, actor), await resolveVariant(address, actor)];
  if (!found.ok || !resolved.ok) throw new Error('refused');
  const { answer } = found;
  expect(answer.head.corpus.incidents).toBe(resolved.record.incidents.length);
  const columns = await labColumns(address, actor);
  expect(columns.ok && columns.etag).toBe(`"${answer.columns}"`);
  if (columns.ok)
    expect(fromBuffer(await columns.buffer()).incidents).toBe(answer.head.corpus.incidents);
  return {
    columns: plain(answer),
    record: plain(figuresOfRecord(resolved.record, resolved.variant)),
  };
}

const ASKED: readonly Record<string, string>[] = [
  { pact: 'anti-doxing-2017' },
  { pact: 'anti-doxing-2017', set: 'theta.link:0.2' },
  { pact: 'anti-doxing-2017', set: 'actDays:3', from: '2010-01-01' },
  { pact: 'maximal-package', set: 'theta.link:0.9' },
  { pact: 'maximal-package', from: '2018-01-01', asOf: '2019-06-30' },
];

onEmbedded('the lab, counted from columns', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await ingest(author, { id: 'd', dossier, published: true, reason: 'test' });
    await logIncident(author, anIncident('hidden-leak', { tlp: 'RED' }), 'test');
    await writing(async (tx) => {
      const { at } = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      for (const pact of pactLibrarySchema.parse(read('pacts')).pacts)
        await keepPact(tx, author, pact, new Date(at));
    });
  });

  it.each(ASKED)('says of $pact what its incidents say (%j)', async (asked) => {
    for (const actor of [VISITOR, RECORDER]) {
      const { columns, record } = await both(asked, actor);
      expect(columns).toEqual(record);
    }
  });

  it('lists the first of the findings that turn, whatever their number', async () => {
    const address = labSchema.parse({ pact: 'maximal-package', from: '2024-01-01' });
    const resolved = await resolveVariant(address, VISITOR);
    const found = await resolveColumns(address, VISITOR);
    if (!resolved.ok || !found.ok || found.source.kind !== 'columns') throw new Error('refused');
    const all = figuresOfRecord(resolved.record, resolved.variant).flips;
    expect(all.total).toBeGreaterThan(3);
    for (const limit of [1, 3, all.total - 1]) {
      const { rows, total } = await turnedIn(found.source.seen, found.variant, limit);
      expect(total).toBe(all.total);
      expect(rows).toEqual(all.rows.slice(0, limit));
    }
  });

  it('says it after a revision too, and of a day before it as the record was then', async () => {
    if (known === undefined) throw new Error('no incident');
    const before = await both({ pact: 'maximal-package', asOf: '2026-11-20' }, VISITOR);
    const done = await reviseIncident(author, known.id, 1, { ...known, claims: [] }, 'test');
    expect(done.ok).toBe(true);
    const after = await both({ pact: 'maximal-package', set: 'theta.link:0.3' }, VISITOR);
    expect(after.columns).toEqual(after.record);
    const then = await both({ pact: 'maximal-package', asOf: '2026-11-20' }, VISITOR);
    expect(then.record).toEqual(before.record);
    expect(then.columns).toEqual(then.record);
  });
});
