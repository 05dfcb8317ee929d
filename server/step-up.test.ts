import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '@/domain/actor';
import { RECOVERY_CODES, STEP_UP_TRIES, type StepUpResult } from '@/domain/step-up';
import { seal, unseal } from './account/sealed';
import { consumeStepUp } from './account/step-up';
import {
  beginStepUp,
  confirmStepUp,
  removeStepUp,
  renewRecoveryCodes,
  resetStepUp,
  stepUpState,
} from './account/step-up-enrolment';
import { codeAt } from './account/totp';
import { database } from './database';
import { append, checkLedger, ledgerRecords, writing } from './ledger';
import { onBoth } from './testing/both';
import { signedIn } from './testing/person';

const PROOF = { password: '', address: '192.0.2.1' };
const STEP = 30_000;

interface Enrolled {
  readonly person: Person;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** The code so many steps after the one that enrolled. */
  readonly code: (steps: number) => string;
  readonly at: (steps: number) => number;
}

/** A new person with an authenticator, enrolled at this moment. */
async function enrolled(name: string): Promise<Enrolled> {
  const { actor: person } = await signedIn(name, 'reviewer');
  const begun = await beginStepUp(person, PROOF);
  if (!begun.ok) throw new Error(begun.code);
  const secret = begun.enrolment.key;
  const start = Date.now();
  const done = await confirmStepUp(person, codeAt(secret, start));
  if (!done.ok) throw new Error(done.code);
  const at = (steps: number) => start + steps * STEP;
  const code = (steps: number) => codeAt(secret, at(steps));
  return { person, secret, recoveryCodes: done.recoveryCodes, code, at };
}

/** Takes a code for an act that is entered in the ledger, as voting and publishing do. */
const act = ({ person }: Enrolled, code: string, at?: number): Promise<StepUpResult> =>
  writing(async (tx) => {
    const done = await consumeStepUp(tx, person.id, code, at);
    if (done.ok)
      await append(tx, {
        ...{ actor: person, type: 'test.acted', subject: `user:${person.id}`, payload: {} },
      });
    return done;
  });

const acted = async ({ person }: Enrolled) =>
  (await ledgerRecords()).filter(({ type, actor }) => type === 'test.acted' && actor === person.id)
    .length;

const entriesOf = async ({ id }: Person) =>
  (await ledgerRecords())
    .filter(({ subject, type }) => subject === `user:${id}` && type.startsWith('step_up.'))
    .map(({ type }) => type);

onBoth('step-up', (fresh) => {
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
  });

  test('the code that enrolled opens nothing more; the next one does, once', async () => {
    const una = await enrolled('Una');
    expect(await act(una, una.code(0))).toEqual({ ok: false, code: 'replayed' });
    expect(await act(una, una.code(1), una.at(1))).toEqual({ ok: true, by: 'authenticator' });
    expect(await act(una, una.code(1), una.at(1))).toEqual({ ok: false, code: 'replayed' });
    expect(await act(una, una.code(1), una.at(2))).toEqual({ ok: false, code: 'replayed' });
    expect(await acted(una)).toBe(1);
  });

  test('a code holds one step before and after its own; a later one makes earlier ones void', async () => {
    const una = await enrolled('Una');
    expect(await act(una, una.code(3), una.at(1))).toMatchObject({ code: 'wrong' });
    expect(await act(una, una.code(1), una.at(3))).toMatchObject({ code: 'wrong' });
    expect(await act(una, una.code(4), una.at(3))).toMatchObject({ ok: true });
    expect(await act(una, una.code(3), una.at(3))).toMatchObject({ code: 'replayed' });
  });

  test('of twenty who send the same code at once, exactly one acts', async () => {
    const una = await enrolled('Una');
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => act(una, una.code(1), una.at(1))),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.filter((done) => !done.ok && done.code === 'replayed')).toHaveLength(19);
    expect(await acted(una)).toBe(1);
  });

  test('an act that fails after its code leaves the code unused', async () => {
    const una = await enrolled('Una');
    const failing = writing(async (tx) => {
      expect(await consumeStepUp(tx, una.person.id, una.code(1), una.at(1))).toMatchObject({
        ok: true,
      });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await act(una, una.code(1), una.at(1))).toMatchObject({ ok: true });
  });

  test('after five wrong codes the right one waits; the wait ends', async () => {
    const una = await enrolled('Una');
    for (let time = 0; time < STEP_UP_TRIES; time += 1)
      expect(await act(una, 'no code', una.at(1))).toEqual({ ok: false, code: 'wrong' });
    expect(await act(una, una.code(1), una.at(1))).toEqual({
      ...{ ok: false, code: 'throttled', seconds: 900 },
    });
    expect(await act(una, una.code(31), una.at(31))).toMatchObject({ ok: true });
  });

  test('nobody acts who has no authenticator, or only began', async () => {
    const { actor } = await signedIn('Nemo', 'reviewer');
    const nemo = { ...(await enrolled('Una')), person: actor };
    expect(await act(nemo, nemo.code(1), nemo.at(1))).toEqual({ ok: false, code: 'not_enrolled' });
    const begun = await beginStepUp(actor, PROOF);
    if (!begun.ok) throw new Error(begun.code);
    const code = codeAt(begun.enrolment.key, Date.now());
    expect(await act(nemo, code)).toEqual({ ok: false, code: 'not_enrolled' });
    expect(await confirmStepUp(actor, '000 000')).toMatchObject({ ok: false });
    expect((await stepUpState(actor.id)).enrolledAt).toBeNull();
  });

  test('a key that was shown waits a quarter of an hour for its first code', async () => {
    const { actor } = await signedIn('Slow', 'reviewer');
    const begun = await beginStepUp(actor, PROOF);
    if (!begun.ok) throw new Error(begun.code);
    await database().stepUp.update({
      where: { userId: actor.id },
      data: { shownAt: new Date(Date.now() - 16 * 60_000) },
    });
    const code = codeAt(begun.enrolment.key, Date.now());
    expect(await confirmStepUp(actor, code)).toEqual({ ok: false, code: 'not_pending' });
  });

  test('ten recovery codes, each good once, told in the ledger', async () => {
    const una = await enrolled('Una');
    expect(new Set(una.recoveryCodes).size).toBe(RECOVERY_CODES);
    const [first = '', second = '', third = ''] = una.recoveryCodes;
    expect(await act(una, first)).toEqual({ ok: true, by: 'recovery' });
    expect(await act(una, first)).toEqual({ ok: false, code: 'replayed' });
    const both = await Promise.all([act(una, second), act(una, second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stepUpState(una.person.id)).recoveryLeft).toBe(RECOVERY_CODES - 2);

    const other = await enrolled('Other');
    expect(await act(other, third)).toEqual({ ok: false, code: 'wrong' });
    const renewed = await renewRecoveryCodes(una.person, third);
    expect(renewed).toMatchObject({ ok: true });
    expect(await act(una, una.recoveryCodes[4] ?? '')).toEqual({ ok: false, code: 'wrong' });
    expect(await entriesOf(una.person)).toEqual([
      ...['step_up.enrolled', 'step_up.recovery_used', 'step_up.recovery_used'],
      ...['step_up.recovery_used', 'step_up.recovery_renewed'],
    ]);
  });

  test('its owner removes it with a code, and never enrols over it', async () => {
    const una = await enrolled('Una');
    expect(await beginStepUp(una.person, PROOF)).toEqual({ ok: false, code: 'enrolled' });
    expect(await removeStepUp(una.person, una.code(0))).toMatchObject({ code: 'replayed' });
    expect(await removeStepUp(una.person, una.recoveryCodes[0] ?? '')).toEqual({ ok: true });
    expect(await act(una, una.recoveryCodes[1] ?? '')).toMatchObject({ code: 'not_enrolled' });
    expect((await beginStepUp(una.person, PROOF)).ok).toBe(true);
    expect((await entriesOf(una.person)).at(-1)).toBe('step_up.removed');
  });

  test('another admin resets it, ending the sessions of its owner; nobody else does', async () => {
    const una = await enrolled('Una');
    const { actor: admin } = await signedIn('Ada', 'admin');
    const { actor: chair } = await signedIn('Chloe', 'chair');
    expect(await resetStepUp(chair, una.person.id)).toMatchObject({ code: 'role' });
    expect(await resetStepUp(admin, admin.id)).toMatchObject({ code: 'own_account' });
    expect(await resetStepUp(admin, 'nobody')).toMatchObject({ code: 'hidden' });
    expect(await resetStepUp(admin, chair.id)).toMatchObject({ code: 'not_enrolled' });
    expect(await resetStepUp(admin, una.person.id)).toEqual({ ok: true });
    const user = await database().user.findUniqueOrThrow({ where: { id: una.person.id } });
    expect(user.sessionEpoch).toBe(1);
    expect(await database().recoveryCode.count({ where: { userId: una.person.id } })).toBe(0);
  });

  test('no secret and no code stands in the database or the ledger', async () => {
    const una = await enrolled('Una');
    const kept = await database().stepUp.findUniqueOrThrow({ where: { userId: una.person.id } });
    const codes = await database().recoveryCode.findMany({ where: { userId: una.person.id } });
    const words = JSON.stringify([kept, codes, await ledgerRecords()]);
    for (const secret of [una.secret, ...una.recoveryCodes])
      for (const form of [secret, secret.replaceAll('-', '')]) expect(words).not.toContain(form);
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  test('under another secret of the product no code is right, and a recovery code still is', async () => {
    const una = await enrolled('Una');
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of the product, long enough');
    expect(await act(una, una.code(1), una.at(1))).toMatchObject({ code: 'wrong' });
    expect(await act(una, una.recoveryCodes[0] ?? '')).toMatchObject({ ok: true });
    vi.unstubAllEnvs();
    vi.stubEnv('LOG_LEVEL', 'silent');
  });
});

describe('what is sealed', () => {
  test('opens for its owner and purpose alone, and not once it was altered', () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret for these tests, long enough');
    const sealed = seal('step-up', 'una', 'PLAIN');
    expect(unseal('step-up', 'una', sealed)).toBe('PLAIN');
    expect(seal('step-up', 'una', 'PLAIN')).not.toBe(sealed);
    expect(unseal('step-up', 'rita', sealed)).toBeNull();
    expect(unseal('another', 'una', sealed)).toBeNull();
    for (const altered of ['', 'v1', sealed.slice(0, -2), sealed.replace('v1.', 'v2.')])
      expect(unseal('step-up', 'una', altered)).toBeNull();
    const parts = sealed.split('.');
    for (const index of [1, 2, 3]) {
      const changed = parts.map((part, at) =>
        at === index ? (part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`) : part,
      );
      expect(unseal('step-up', 'una', changed.join('.'))).toBeNull();
    }
    vi.unstubAllEnvs();
  });
});
