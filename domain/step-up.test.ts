import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  inGroups,
  judgeStep,
  NO_TRIES,
  RECOVERY_ALPHABET,
  RECOVERY_LENGTH,
  readCode,
  STEP_UP_TRIES,
  type StepUpCode,
  secondsToWait,
  stepAt,
  TRIES_WINDOW_MS,
} from './step-up';

const digits = (value: string): StepUpCode => ({ kind: 'authenticator', digits: value });
const recovery = (code: string): StepUpCode => ({ kind: 'recovery', code });

describe('what somebody typed', () => {
  test.each<[string, StepUpCode | null]>([
    ['123456', digits('123456')],
    [' 123 456 ', digits('123456')],
    ['000000', digits('000000')],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['١٢٣٤٥٦', null],
    ['7K2M-9QXA-00ZZ-V1W2', recovery('7K2M9QXA00ZZV1W2')],
    ['7k2m9qxa00zzv1w2', recovery('7K2M9QXA00ZZV1W2')],
    ['7K2M 9QXA OOZZ VIWL', recovery('7K2M9QXA00ZZV1W1')],
    ['7K2M-9QXA-00ZZ-V1W', null],
    ['7K2M-9QXA-00ZZ-V1WU', null],
    ['', null],
  ])('%j', (typed, code) => {
    expect(readCode(typed)).toEqual(code);
  });

  test('a recovery code is read as it is shown, in any case', () => {
    const codes = fc
      .array(fc.constantFrom(...RECOVERY_ALPHABET), {
        minLength: RECOVERY_LENGTH,
        maxLength: RECOVERY_LENGTH,
      })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(codes, fc.boolean(), (code, lower) => {
        const shown = lower ? inGroups(code).toLowerCase() : inGroups(code);
        expect(readCode(shown)).toEqual(recovery(code));
      }),
    );
  });
});

describe('a code of the authenticator', () => {
  test.each<[string, number | null, number | null, 'ok' | 'wrong' | 'replayed']>([
    ['of no step within the window', null, null, 'wrong'],
    ['of no step, after others', null, 100, 'wrong'],
    ['the first ever', 100, null, 'ok'],
    ['of a later step than the last', 101, 100, 'ok'],
    ['of the same step again', 100, 100, 'replayed'],
    ['of a step before the last one used', 99, 100, 'replayed'],
  ])('%s', (_what, matched, last, worth) => {
    expect(judgeStep(matched, last)).toBe(worth);
  });

  test('no sequence of codes is accepted in which one step comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (steps) => {
        let last: number | null = null;
        const accepted: number[] = [];
        for (const step of steps)
          if (judgeStep(step, last) === 'ok') {
            accepted.push(step);
            last = step;
          }
        expect(new Set(accepted).size).toBe(accepted.length);
      }),
    );
  });

  test.each([
    [0, 0],
    [29_999, 0],
    [30_000, 1],
    [59_000, 1],
    [1_111_111_109_000, 37_037_036],
  ])('at %i ms lies in step %i', (at, step) => {
    expect(stepAt(at)).toBe(step);
  });
});

describe('wrong codes', () => {
  const start = 1_000_000;

  test('are looked at five times in a quarter of an hour, then wait for its end', () => {
    let tries = NO_TRIES;
    for (let time = 0; time < STEP_UP_TRIES; time += 1) {
      expect(secondsToWait(tries, start + time * 1000)).toBe(0);
      tries = afterFailure(tries, start + time * 1000);
    }
    expect(secondsToWait(tries, start + 10_000)).toBe((TRIES_WINDOW_MS - 10_000) / 1000);
    expect(secondsToWait(tries, start + TRIES_WINDOW_MS - 1)).toBe(1);
    expect(secondsToWait(tries, start + TRIES_WINDOW_MS)).toBe(0);
    expect(afterFailure(tries, start + TRIES_WINDOW_MS)).toEqual({
      ...{ failures: 1, since: start + TRIES_WINDOW_MS },
    });
  });

  test('never more than five are looked at within any one window', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(TRIES_WINDOW_MS / 2), { maxLength: 60 }), (gaps) => {
        let tries = NO_TRIES;
        let at = start;
        let looked: number[] = [];
        for (const gap of gaps) {
          at += gap;
          if (secondsToWait(tries, at) > 0) continue;
          looked = tries.since === null || at >= tries.since + TRIES_WINDOW_MS ? [] : looked;
          tries = afterFailure(tries, at);
          looked.push(at);
          expect(looked.length).toBeLessThanOrEqual(STEP_UP_TRIES);
        }
      }),
    );
  });
});
