import { beforeAll, expect, it, vi } from 'vitest';
import { forkedDraft } from '@/domain/pact-draft/draft';
import { POLICY_2026_11 } from '@/domain/policy';
import * as size from '@/server/corpus/size';
import { PUBLIC } from '@/server/incident-search';
import { incidentStates } from '@/server/incident-states';
import { logIncident } from '@/server/incidents';
import { append, writing } from '@/server/ledger';
import { pactPage } from '@/server/pact-page';
import { keepPact } from '@/server/pacts';
import { keepPolicy } from '@/server/policies';
import { onEmbedded } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';
import { GET as feed } from './feeds/[token]/[name]/route';
import { GET as exported } from './findings/export/route';
import { GET as findings } from './findings/route';
import { GET as why } from './findings/why/route';
import { POST as likeness } from './incidents/likeness/route';
import { POST as clauseRecord } from './lab/clause-record/route';
import { GET as compare } from './lab/compare/route';
import { GET as smallest } from './lab/smallest/route';
import { POST as makeFeeds, GET as stateOfFeeds } from './me/feeds/route';
import { POST as keep } from './pact-drafts/[id]/keep/route';
import { PUT as save } from './pact-drafts/[id]/route';
import { POST as begin } from './pact-drafts/route';
import { GET as report } from './pacts/[id]/report/route';
import { POST as preview } from './policy/preview/route';
import { GET as proposals, POST as propose } from './policy/proposals/route';
import { GET as trends } from './trends/[view]/route';

const SEED = { kind: 'program', name: 'seed' } as const;
const ACCORD = aPact('accord');
const CHANGES = { claimTrustCap: 0.05 };

onEmbedded('a record too large to be held', (fresh) => {
  let ada: SignedIn;
  let ana: SignedIn;
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
    vi.spyOn(size, 'isTooLarge').mockResolvedValue(true);
    await writing(async (tx) => {
      await append(tx, {
        ...{ actor: SEED, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      await keepPolicy(tx, POLICY_2026_11, new Date());
      await keepPact(tx, SEED, ACCORD, new Date());
    });
    await logIncident(SEED, anIncident('leak'), 'Seen');
    ada = await signedIn('Ada', 'admin');
    ana = await signedIn('Ana', 'analyst');
  });

  const proposal = () => ({
    ...{ basedOn: POLICY_2026_11.version, changes: CHANGES, reason: 'Too high' },
    validFrom: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  });

  /** What asks for every incident, each in a way that is answered of a smaller record. */
  const ASKED: readonly (readonly [string, () => Promise<Response>])[] = [
    [
      'which findings a change of the policy would turn',
      () =>
        preview(asked('/x', { cookie: ada.cookie, json: { changes: CHANGES, pact: 'accord' } })),
    ],
    [
      'a proposed change of the policy, which keeps what it would turn',
      () => propose(asked('/x', { cookie: ada.cookie, json: proposal() })),
    ],
    [
      'what a clause would have caught',
      () => clauseRecord(asked('/x', { json: { pact: ACCORD } })),
    ],
    ['the findings of a pact', () => findings(asked('/findings?pact=accord'))],
    ['the findings as a file', () => exported(asked('/findings/export?pact=accord'))],
    ['a trend', () => trends(asked('/x?pact=accord'), at({ view: 'trend' }))],
    ['a report', () => report(asked('/x'), at({ id: 'accord' }))],
    ['two pacts side by side', () => compare(asked('/x?pact=accord&bPact=accord'))],
    ['the smallest change', () => smallest(asked('/x?pact=accord&findings=leak~c1~RU'))],
  ];

  const expectRefused = async (answer: Response) => {
    const body = await answer.json();
    expect(body).toMatchObject({ code: 'record_too_large', detail: size.TOO_LARGE });
    expect(answer.status).toBe(400);
  };

  it.each(ASKED)('is said in words where somebody asks for %s', async (_, ask) => {
    await expectRefused(await ask());
  });

  it('leaves nothing behind of a change that was refused', async () => {
    const answer = await proposals(asked('/x', { cookie: ada.cookie }));
    expect(await answer.json()).toEqual({ proposals: [] });
  });

  it('is said to whoever keeps a draft of a pact, which stays a draft', async () => {
    const { cookie } = ana;
    const begun = await (await begin(asked('/x', { cookie, json: { pact: 'accord' } }))).json();
    const fork = forkedDraft(ACCORD);
    const [clause] = fork.pact?.clauses ?? [];
    const payload = {
      ...fork,
      pact: { ...fork.pact, clauses: [{ ...clause, text: 'No leaks.' }] },
    };
    const json = { basedOn: 1, payload };
    const saved = await save(asked('/x', { cookie, json, method: 'PUT' }), at({ id: begun.id }));
    expect(saved.status).toBe(200);
    const again = () => keep(asked('/x', { cookie, json: { basedOn: 2 } }), at({ id: begun.id }));
    await expectRefused(await again());
    await expectRefused(await again());
  });

  it('is said by the calendar and beside its address, while the inbox is told', async () => {
    const { cookie } = ada;
    const made = await (await makeFeeds(asked('/x', { cookie, method: 'POST' }))).json();
    const fetched = (path: string) => {
      const [token = '', name = ''] = path.split('/').slice(-2);
      return feed(asked(path), at({ token, name }));
    };
    await expectRefused(await fetched(made.calendar));
    for (const { path } of made.roles) expect((await fetched(path)).status).toBe(200);
    const state = await (await stateOfFeeds(asked('/x', { cookie }))).json();
    expect(state.calendarRefusal).toBe(size.TOO_LARGE);
  });

  it('is said where likely duplicates would be shown, and hinders nobody who logs', async () => {
    const json = { draft: { title: 'Leak of letters' } };
    const answer = await likeness(asked('/x', { cookie: ana.cookie, json }));
    expect([answer.status, await answer.json()]).toEqual([
      ...[200, { hints: [], unsearched: size.TOO_LARGE }],
    ]);
  });

  it('is said on the page of a pact, which keeps its text', async () => {
    const page = await pactPage('accord', PUBLIC);
    expect(page).toMatchObject({
      ...{ records: [], recordsRefusal: size.TOO_LARGE },
      ...{ standing: null, standingRefusal: size.TOO_LARGE },
    });
  });

  it('is no hindrance to one finding with its trace, nor to the filters of the incidents', async () => {
    const parameters = 'incident=leak&pact=accord&clause=c1&accused=RU';
    expect((await why(asked(`/x?${parameters}`, { cookie: ana.cookie }))).status).toBe(200);
    expect((await incidentStates(PUBLIC)).accused).toContain('RU');
  });
});
