import { beforeAll, expect, it } from 'vitest';
import { VISITOR } from '@/domain/actor';
import { variantSchema } from '@/domain/lab/address';
import { ingest } from './ingest';
import { resolveVariant } from './lab-variant';
import { append, writing } from './ledger';
import { keepPact } from './pacts';
import { onBoth } from './testing/both';
import { anIncident } from './testing/incident';
import { aPact } from './testing/pact';

const author = { kind: 'program', name: 'import' } as const;

async function filled(): Promise<void> {
  await ingest(author, {
    id: 'd',
    dossier: {
      ...{ format: 'servanda.dossier/1', title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', monitoring: [] },
      incidents: [anIncident('open-leak'), anIncident('quiet-leak', { tlp: 'RED' })],
    },
    ...{ published: true, reason: 'test' },
  });
  await writing(async (tx) => {
    const { at } = await append(tx, {
      ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
    });
    for (const pact of [
      aPact('a-pact'),
      aPact('a-pact', { version: 2, title: 'The second' }),
      aPact('old-treaty', { kind: 'historical', assumedInForce: null }),
      aPact('kept', { referenceOnly: true }),
    ])
      await keepPact(tx, author, pact, new Date(at));
  });
}

async function resolved(asked: Record<string, string>) {
  const found = await resolveVariant(variantSchema.parse(asked), VISITOR);
  if (!found.ok) return `${found.refusal.code} ${found.refusal.field}`;
  const { variant, record } = found;
  return {
    ...{ version: variant.base.version, unsaved: variant.unsaved },
    ...{ changes: variant.changes.length, from: variant.assumedFrom },
    incidents: record.incidents.map(({ id }) => id),
  };
}

onBoth('a variant of a pact', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await filled();
  });

  it('is the latest version as saved, over what the reader may see, unless the address says otherwise', async () => {
    const saved = { version: 2, unsaved: false, changes: 0, from: null, incidents: ['open-leak'] };
    expect(await resolved({ pact: 'a-pact' })).toEqual(saved);
    expect(await resolved({ pact: 'a-pact', version: '1' })).toEqual({ ...saved, version: 1 });
    expect(await resolved({ pact: 'a-pact', set: 'theta.link:0.42' })).toEqual({
      ...{ ...saved, unsaved: true },
      changes: 1,
    });
    expect(await resolved({ pact: 'a-pact', from: '2011-01-01' })).toEqual({
      ...{ ...saved, unsaved: true },
      from: Date.parse('2011-01-01'),
    });
  });

  it.each([
    [{ pact: 'nothing' }, 'unknown_pact pact'],
    [{ pact: 'a-pact', version: '3' }, 'unknown_version version'],
    [{ pact: 'a-pact', set: 'theta.link@nowhere:0.4' }, 'unknown_clause set'],
    [{ pact: 'old-treaty', from: '2016-01-01' }, 'historical_pact from'],
    [{ pact: 'kept' }, 'reference_only pact'],
  ])('says of %j that it cannot be judged', async (asked, refusal) => {
    expect(await resolved(asked)).toBe(refusal);
  });
});
