import type { QuickLogInput } from '@/domain/quick-log';
import { dateText, writtenDate } from '@/domain/when';
import { claimBegun, type QuickValues } from './quick-values';
import { shownDate, valueOfDate } from './written-date';

/** When it happened in the words of the quick log's schema; minutes are cut to their day. */
function whenOf({ when, span, until }: QuickValues): unknown {
  const text = (written: string): string => {
    const value = valueOfDate(written);
    const whole = writtenDate(shownDate(value));
    return whole === null ? written : dateText(whole);
  };
  if (span === 'ongoing') return { kind: 'ongoing', from: text(when) };
  if (span === 'until') return { kind: 'range', from: text(when), to: text(until) };
  const dated = writtenDate(text(when));
  const kind = dated?.precision === 'minute' ? 'day' : (dated?.precision ?? 'day');
  return { kind, date: dated?.precision === 'minute' ? text(when).slice(0, 10) : text(when) };
}

/** The fields as the quick log's schema takes them; what is not answered is left out. */
export function inputOfQuick(
  values: QuickValues,
): Partial<QuickLogInput> | Record<string, unknown> {
  const { victimState, linkedState, claim, victim, severity, status, tlp } = values;
  return {
    title: values.title,
    conduct: values.conduct,
    when: whenOf(values),
    ...(victimState === null ? {} : { victimState }),
    objects: values.objects,
    ...(linkedState === null ? {} : { linkedState }),
    sourceUrl: values.sourceUrl.trim(),
    ...(claimBegun(values) ? { claim } : {}),
    ...(victim.trim() === '' ? {} : { victim }),
    ...(severity === null ? {} : { severity }),
    ...(status === null ? {} : { status }),
    ...(tlp === null ? {} : { tlp }),
  };
}
