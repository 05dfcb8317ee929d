import { describe, expect, test } from 'vitest';
import { type AdequacyQuestion, adequacy, baseWindows } from './clock';
import { DAY_MS } from './dates';
import { POLICY_2026_11 as policy } from './policy';

const windows = policy.values.defaultWindows;
const T0 = Date.parse('2027-03-01T10:00Z');
const day = (n: number): number => T0 + n * DAY_MS;
const said = (n: number, level: number, verified = true) => ({ at: day(n), level, verified });
const run = (changes: Partial<AdequacyQuestion>) =>
  adequacy({
    knownAt: T0,
    severity: 3,
    ongoing: true,
    recurring: false,
    extensionDays: 0,
    answers: [],
    asOf: day(600),
    windows,
    policy,
    ...changes,
  });
/** The rule that a case with due diligence, knowledge and no plea would fall under. */
const rule = ({ response, clock }: ReturnType<typeof run>): string =>
  response === 'adequate_in_time'
    ? 'R11'
    : clock === 'open'
      ? 'R13'
      : response === 'adequate_late'
        ? 'R14 cured late'
        : 'R14';

describe('T10 clock from 2027-03-01T10:00Z', () => {
  const iso = (at: number): string => new Date(at).toISOString().slice(5, 16);
  test.each([
    [3, '03-08T10:00', '03-31T10:00'],
    [4, '03-03T10:00', '03-11T10:00'],
  ])('severity %i: acknowledge by %s, act by %s', (severity, acknowledge, act) => {
    const base = baseWindows(T0, severity, windows);
    expect([iso(base.acknowledgeBy), iso(base.baseActBy)]).toEqual([acknowledge, act]);
  });
  test('fifteen days of extension', () => {
    expect(iso(run({ extensionDays: 15, answers: [said(3, 2)] }).actBy)).toBe('04-15T10:00');
  });
});

describe('T11 adequacy (severity 3, ongoing, unless said)', () => {
  const S2 = { severity: 2 };
  const S4 = { severity: 4 };
  const CEASED = { ongoing: false };
  test.each<[string, Partial<AdequacyQuestion>, string]>([
    ['nothing, day 30 to the minute', { asOf: day(30) }, 'R13'],
    ['nothing, a millisecond later', { asOf: day(30) + 1 }, 'R14'],
    ['nothing, day 31', { asOf: day(31) }, 'R14'],
    ['denial only, day 31', { answers: [said(1, 1)], asOf: day(31) }, 'R14'],
    ['level 5 verified on day 20', { answers: [said(20, 5)] }, 'R11'],
    ['level 5 on the very deadline', { answers: [said(30, 5)] }, 'R11'],
    ['level 5 a day after it', { answers: [said(31, 5)] }, 'R14 cured late'],
    ['level 5 never verified', { answers: [said(20, 5, false)] }, 'R14'],
    ['S2 ceased, level 4 on day 25', { ...S2, ...CEASED, answers: [said(25, 4)] }, 'R11'],
    [
      'S2 ongoing, level 4 on day 25, day 31',
      { ...S2, answers: [said(25, 4)], asOf: day(31) },
      'R13',
    ],
    ['the same on day 365', { ...S2, answers: [said(25, 4)], asOf: day(365) }, 'R13'],
    ['the same on day 366', { ...S2, answers: [said(25, 4)], asOf: day(366) }, 'R14'],
    ['S4 cooperates day 9, arrests day 200', { ...S4, answers: [said(9, 3), said(200, 6)] }, 'R11'],
    ['S4 arrests day 200 without it', { ...S4, answers: [said(200, 6)] }, 'R14 cured late'],
    [
      'acknowledged day 3, 15 more days, level 6 on day 40',
      { extensionDays: 15, answers: [said(3, 2), said(40, 6)] },
      'R11',
    ],
    ['extension unacknowledged', { extensionDays: 15, answers: [said(40, 6)] }, 'R14 cured late'],
    [
      'S4 ceased, level 5 on day 11',
      { ...S4, ...CEASED, answers: [said(11, 5)] },
      'R14 cured late',
    ],
    ['obstruction day 4, level 5 day 9', { answers: [said(4, -1), said(9, 5)] }, 'R14'],
    ['unverified obstruction counts as well', { answers: [said(4, -1, false), said(9, 5)] }, 'R14'],
    ['obstruction after the deadline', { answers: [said(9, 5), said(40, -1)] }, 'R11'],
  ])('%s: %#', (_, changes, expected) => expect(rule(run(changes))).toBe(expected));

  test('unverified, five counts as three: neither enough nor progress', () => {
    expect(run({ answers: [said(20, 5, false)], asOf: day(29) })).toMatchObject({
      response: 'inadequate',
      progressing: false,
    });
  });
  test('progress shows as soon as it holds and moves the deadline to a year', () => {
    const measured = run({ answers: [said(20, 3)], asOf: day(21) });
    expect(measured.progressing).toBe(true);
    expect(measured.actBy).toBe(day(365));
    expect(measured.ordinaryActBy).toBe(day(30));
    expect(run({ answers: [said(20, 3), said(21, 5)] }).progressing).toBe(false);
    expect(run({ answers: [said(20, 3), said(29, -1)] }).progressing).toBe(false);
  });
  test('an extension is cut to half the window', () => {
    expect(run({ extensionDays: 90, answers: [said(3, 2)] }).actBy).toBe(day(45));
    expect(run({ ...S4, extensionDays: 90, answers: [said(1, 2)] }).actBy).toBe(day(15));
  });
  test.each([
    ['ongoing', { ongoing: true, severity: 1 }, 5],
    ['recurring', { ongoing: false, recurring: true, severity: 1 }, 5],
    ['grave', { ongoing: false, severity: 4 }, 5],
    ['none of these', { ongoing: false, severity: 3 }, 4],
  ])('level required where %s', (_, changes, level) =>
    expect(run(changes).requiredLevel).toBe(level),
  );
});
