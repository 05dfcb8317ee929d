import { beforeAll, expect, it } from 'vitest';
import { VISITOR } from '@/domain/actor';
import { ingest } from '@/server/ingest';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { signedIn } from '@/server/testing/person';
import { readerMarking } from './reader-marking';

const author = { kind: 'program', name: 'import' } as const;
const stored = (id: string, tlp: 'CLEAR' | 'GREEN' | 'RED') =>
  ingest(author, {
    id,
    dossier: {
      ...{ format: 'servanda.dossier/1', title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', monitoring: [], incidents: [anIncident(id, { tlp })] },
    },
    ...{ published: true, reason: 'test' },
  });

onBoth('the marking of what a reader sees', (fresh) => {
  beforeAll(fresh);

  it('is the strictest of what they may read, and follows what is written', async () => {
    const { actor } = await signedIn('Anna', 'analyst');
    expect([await readerMarking(VISITOR), await readerMarking(actor)]).toEqual(['CLEAR', 'CLEAR']);
    await stored('open', 'CLEAR');
    await stored('known', 'GREEN');
    expect([await readerMarking(VISITOR), await readerMarking(actor)]).toEqual(['CLEAR', 'GREEN']);
    await stored('quiet', 'RED');
    expect([await readerMarking(VISITOR), await readerMarking(actor)]).toEqual(['CLEAR', 'RED']);
  });
});
