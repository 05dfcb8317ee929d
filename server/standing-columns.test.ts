import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { pactLibrarySchema } from '@/domain/pact';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { keptColumns } from '@/server/columns/kept';
import { seenColumns } from '@/server/columns/seen';
import { endOfToday } from './clock';
import { corpus, corpusOf } from './corpus';
import { PUBLIC, type Visibility } from './incident-search';
import { logIncident, reviseIncident } from './incidents';
import { ingest } from './ingest';
import { append, writing } from './ledger';
import { library } from './library';
import { keepPact } from './pacts';
import { askedBy, standingFromColumns } from './standing';
import { answerStanding } from './standing-answer';
import { standingOfColumns } from './standing-columns';
import { questionOf, type SignedCase } from './standing-question';
import { onEmbedded } from './testing/both';
import { anIncident } from './testing/incident';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'));
const whole = dossierSchema.parse(read('russia-west'));
const dossier = { ...whole, incidents: whole.incidents.slice(-60) };
const [known] = dossier.incidents;
const author = { kind: 'program', name: 'import' } as const;
const INSIDE: Visibility = {
  ...{ tlp: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'], publishedOnly: false },
};
const READERS: readonly Visibility[] = [PUBLIC, INSIDE, { ...INSIDE, without: [known?.id ?? ''] }];

/** Floats are added up in another order. */
const rounded = (view: StandingView) =>
  JSON.parse(
    JSON.stringify(view, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(9)) : value,
    ),
  );

const filterOf = (changes: Partial<StandingFilter>): StandingFilter => ({
  ...DEFAULT_FILTER,
  pact: 'maximal-package',
  ...changes,
});

/** What the incidents say, with some findings signed. */
async function fromIncidents(filter: StandingFilter, reader: Visibility, signed: SignedCase[]) {
  const { source, today } = await askedBy(filter, reader);
  // The columns leave the marking to the page, which has that of all its reader sees.
  const { tlp: _, ...unmarked } = source;
  // What is computed is kept by the list of incidents, not by what is signed.
  const own = { ...unmarked, incidents: [...source.incidents] };
  const answer = answerStanding(own, filter, today, signed);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

async function fromColumns(filter: StandingFilter, reader: Visibility, signed: SignedCase[]) {
  const held = await library();
  const question = questionOf(held, filter, endOfToday());
  if (!question.ok) throw new Error(question.refusal.message);
  const { pact, setting } = question;
  const seen = seenColumns(await keptColumns(setting, 0), reader);
  const { view } = await standingOfColumns({ held, seen, filter, pact, setting, signed });
  return view;
}

async function expectSame(changes: Partial<StandingFilter>, signed: SignedCase[] = []) {
  const filter = filterOf(changes);
  for (const reader of READERS)
    expect(rounded(await fromColumns(filter, reader, signed))).toEqual(
      rounded(await fromIncidents(filter, reader, signed)),
    );
}

const ASKED: readonly Partial<StandingFilter>[] = [
  {},
  { pact: 'anti-doxing-2017', by: 'month' },
  { party: 'RU', minSeverity: 3 },
  { since: '2016-06-01', until: '2022-06-30', by: 'quarter' },
  { from: '2018-01-01', clause: 'c1' },
  { conduct: 'data-theft-and-doxing' },
];

onEmbedded('the standing, added up from columns', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await ingest(author, { id: 'd', dossier, published: true, reason: 'test' });
    await writing(async (tx) => {
      const { at } = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      for (const pact of pactLibrarySchema.parse(read('pacts')).pacts)
        await keepPact(tx, author, pact, new Date(at));
    });
  });

  it('says of a past day what the incidents say, where nothing was written since', async () => {
    const past = { from: '2018-01-01', asOf: '2021-06-30' };
    expect(await standingFromColumns(filterOf(past), PUBLIC, 0)).not.toBeNull();
    await expectSame(past);
    await logIncident(author, anIncident('hidden-leak', { tlp: 'RED' }), 'test');
  });

  it.each(ASKED)('says what the incidents say under %j', async (changes) => {
    await expectSame(changes);
  });

  it('reads an incident by itself as the corpus holds it', async () => {
    const id = known?.id ?? '';
    const whole = await corpus();
    const alone = await corpusOf([id, 'hidden-leak', 'nowhere']);
    expect(alone.kept).toEqual(
      whole.kept.filter(({ incident }) => [id, 'hidden-leak'].includes(incident.id)),
    );
    expect(alone.version).toBe(whole.version);
  });

  it('counts what is signed, as it was signed', async () => {
    const pact = 'territory-due-diligence-13c';
    const { confidence } = await fromIncidents(filterOf({ pact }), INSIDE, []);
    const violations = confidence.rows.filter(({ verdict }) => verdict.startsWith('VIOLATION'));
    expect(violations.length).toBeGreaterThan(2);
    const signed = violations.flatMap(({ incident, clause, accused, verdict }, at): SignedCase[] =>
      at % 2 === 1
        ? []
        : [
            {
              ...{ id: `f${at}`, incident, clause, accused, verdict },
              word: at % 4 === 0 ? verdict : 'DISPUTED',
            },
          ],
    );
    await expectSame({ pact, counting: 'signed' }, signed);
    await expectSame({ pact }, signed);
  });

  it('says it after a revision and a new incident too, and leaves past days to the record', async () => {
    if (known === undefined) throw new Error('no incident');
    await expectSame({});
    const done = await reviseIncident(author, known.id, 1, { ...known, claims: [] }, 'test');
    expect(done.ok).toBe(true);
    await logIncident(author, anIncident('late-leak', { tlp: 'GREEN' }), 'test');
    for (const changes of ASKED.slice(0, 3)) await expectSame(changes);
    const then = filterOf({ asOf: '2021-06-30' });
    expect(await standingFromColumns(then, PUBLIC, 0)).toBeNull();
    const today = await standingFromColumns(filterOf({}), PUBLIC, 0);
    expect(today?.ok).toBe(true);
    expect(await standingFromColumns(filterOf({}), PUBLIC)).toBeNull();
  });
});
