import { beforeAll, expect, test, vi } from 'vitest';
import type { Person } from '@/domain/actor';
import { reviseRecord } from '@/server/incident/revising';
import { deskFor } from '@/server/review/desk';
import { onBoth } from '@/server/testing/both';
import {
  acceptedIncident,
  codeOf,
  contentOfFinding,
  keepAPact,
  type People,
  people,
  sessionWith,
} from '@/server/testing/commission';
import { anIncident } from '@/server/testing/incident';
import { decide } from './deciding';
import { forward } from './forwarding';
import { nominate } from './nominating';
import { countOpenFindings } from './open-findings';
import { proposeFor, second } from './publishing';
import { vote } from './voting';

/** What waits for somebody on their desk, each with what they may do to it; `!` where they may not now. */
async function waits(person: Person): Promise<string[]> {
  const { rows } = await deskFor(person);
  return rows
    .filter(({ href }) => href.startsWith('/findings/'))
    .map(({ state, actions }) =>
      [
        `${state}:`,
        ...actions.map(({ action, refusal }) =>
          refusal === null ? action : `${action}!${refusal.code}`,
        ),
      ].join(' '),
    );
}

onBoth('findings on the desk', (fresh) => {
  let all: People;
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
    all = await people();
    await keepAPact();
  });

  test('wait at every step for whoever takes it, and for nobody else', async () => {
    const { analyst, reviewer, chair, us, ru, auditor, admin, recorder } = all;
    const [una] = us;
    if (una === undefined) throw new Error('no delegate');
    const idle = async (...but: readonly { actor: Person }[]) => {
      const others = [analyst, reviewer, chair, ...us, ...ru, auditor, admin, recorder];
      for (const one of others.filter((each) => !but.includes(each)))
        expect([one.actor.name, await waits(one.actor)]).toEqual([one.actor.name, []]);
    };
    await acceptedIncident(all, 'desk');
    const question = { incident: 'desk', pact: 'a-pact', clause: 'c1', accused: 'RU' };
    const made = await nominate(analyst.actor, question);
    if (!made.ok) throw new Error(made.code);
    const { id } = made;
    expect(await waits(reviewer.actor)).toEqual(['coded: forward']);
    await idle(reviewer);
    await forward(reviewer.actor, id);
    expect(await waits(chair.actor)).toEqual(['reviewed: table!session_open']);
    await idle(chair);
    await sessionWith(all, [...us, ...ru], [id]);
    expect(await waits(chair.actor)).toEqual(['before_commission: decide']);
    for (const each of us)
      expect(await waits(each.actor)).toEqual(['before_commission: vote recuse']);
    for (const each of ru)
      expect(await waits(each.actor)).toEqual(['before_commission: vote recuse reply']);
    expect(await countOpenFindings(una.actor)).toBe(1);
    await idle(chair, ...us, ...ru);
    for (const each of [...us, ...ru]) {
      const stepUp = await codeOf(each);
      const ballot = {
        position: 'uphold',
        text: null,
        content: await contentOfFinding(id),
      } as const;
      await vote(each.actor, id, { ...ballot, stepUp });
    }
    expect(await countOpenFindings(una.actor)).toBe(0);
    await idle(chair);
    await decide(chair.actor, id);
    expect(await waits(chair.actor)).toEqual(['agreed: publish']);
    await idle(chair);
    const stepUp = await codeOf(chair);
    const asked = await proposeFor(chair.actor, id, { kind: 'publish', stepUp });
    if (!asked.ok) throw new Error(asked.code);
    expect(await waits(reviewer.actor)).toEqual(['open: confirm']);
    expect(await waits(chair.actor)).toEqual(['open: confirm!same_person']);
    expect(await countOpenFindings(chair.actor)).toBe(0);
    await idle(chair, reviewer);
    const seconding = { accept: true, stepUp: await codeOf(reviewer) } as const;
    await second(reviewer.actor, { finding: id, proposal: asked.id }, seconding);
    await idle();
    const submission = {
      incident: anIncident('desk', { title: 'Else' }),
      reason: 'x',
      draft: undefined,
    };
    await reviseRecord(recorder.actor, 'desk', 1, submission);
    expect(await waits(analyst.actor)).toEqual(['stale: supersede']);
  });
});
