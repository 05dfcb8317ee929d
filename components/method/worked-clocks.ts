import { type Adequacy, type AdequacyQuestion, adequacy } from '@/domain/clock';
import { DAY_MS, HOUR_MS, startOf } from '@/domain/dates';
import type { Policy } from '@/domain/policy';

/** One run of the due-diligence clock, told in words (method.md T11). */
export interface ClockExample {
  readonly words: string;
  readonly today: number;
  readonly adequacy: Adequacy;
  /** Whole days from knowledge to the last moment to act. */
  readonly days: number;
}

interface Story {
  readonly words: string;
  readonly severity: number;
  readonly ongoing: boolean;
  /** Day, level, verified. */
  readonly answers: readonly (readonly [number, number, boolean])[];
  readonly today: number;
  readonly extensionDays?: number;
}

const STORIES: readonly Story[] = [
  { words: 'No answer; today is the last day', severity: 3, ongoing: true, answers: [], today: 30 },
  { words: 'No answer; a day later', severity: 3, ongoing: true, answers: [], today: 31 },
  {
    words: 'A denial on day 1, nothing after',
    severity: 3,
    ongoing: true,
    answers: [[1, 1, false]],
    today: 31,
  },
  {
    words: 'Takedown on day 20, verified',
    severity: 3,
    ongoing: true,
    answers: [[20, 5, true]],
    today: 31,
  },
  {
    words: 'The same takedown, not verified',
    severity: 3,
    ongoing: true,
    answers: [[20, 5, false]],
    today: 31,
  },
  {
    words: 'Grave; shares information on day 9, arrests on day 200',
    severity: 4,
    ongoing: true,
    answers: [
      [9, 3, true],
      [200, 6, true],
    ],
    today: 201,
  },
  {
    words: 'Acknowledged on day 3, fifteen more days asked, arrests on day 40',
    severity: 3,
    ongoing: true,
    answers: [
      [3, 2, true],
      [40, 6, true],
    ],
    today: 41,
    extensionDays: 15,
  },
  {
    words: 'The same without the acknowledgement',
    severity: 3,
    ongoing: true,
    answers: [[40, 6, true]],
    today: 41,
    extensionDays: 15,
  },
  {
    words: 'Evidence destroyed on day 4, takedown on day 9',
    severity: 3,
    ongoing: true,
    answers: [
      [4, -1, true],
      [9, 5, true],
    ],
    today: 31,
  },
];

const KNOWN = startOf({ date: '2027-03-01', precision: 'day' }) + 10 * HOUR_MS;

function question(story: Story, policy: Policy): AdequacyQuestion {
  const { severity, ongoing, answers, today, extensionDays = 0 } = story;
  return {
    knownAt: KNOWN,
    severity,
    ongoing,
    recurring: false,
    extensionDays,
    answers: answers.map(([day, level, verified]) => ({
      at: KNOWN + day * DAY_MS,
      level,
      verified,
    })),
    asOf: KNOWN + today * DAY_MS,
    windows: policy.values.defaultWindows,
    policy,
  };
}

/** Runs every story with the windows of the policy. */
export function clockExamples(policy: Policy): ClockExample[] {
  return STORIES.map((story) => {
    const measured = adequacy(question(story, policy));
    return {
      words: story.words,
      today: story.today,
      adequacy: measured,
      days: Math.round((measured.actBy - KNOWN) / DAY_MS),
    };
  });
}
