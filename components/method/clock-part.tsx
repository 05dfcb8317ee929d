import { Section } from '@/components/section';
import { VerdictMark } from '@/components/verdict-mark';
import type { Policy } from '@/domain/policy';
import { decide, RULES } from '@/domain/verdict';
import { RESPONSE_LEVELS } from '@/domain/vocabulary';
import classes from './method.module.css';
import { PlainTable } from './plain-table';
import { PolicyTable } from './policy-table';
import { REASON_WORDS, ruleWords } from './rule-words';
import { type ClockExample, clockExamples } from './worked-clocks';

const RESPONSES = {
  adequate_in_time: 'enough, in time',
  adequate_late: 'enough, but late',
  inadequate: 'not enough',
} as const;

/** The verdict a linked, covered incident gets from a clock, looked up in the decision table. */
function verdictOf({ adequacy: { response, clock } }: ClockExample) {
  return decide({
    cov: 'in',
    inc: 'confirmed',
    state: 'unmet',
    link: 'met',
    dd: 'yes',
    know: 'known',
    feas: 'feasible',
    resp: response,
    clock,
  });
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

function windowRows({ values: { defaultWindows: windows } }: Policy): string[][] {
  return [
    ['Acknowledge', `${windows.ackHours} hours`, `${windows.ackHoursUrgent} hours`],
    ['Act', days(windows.actDays), days(windows.actDaysUrgent)],
    ['Urgent from severity', `${windows.urgentFromSeverity}`, ''],
    [
      'One extension, if asked in time after an acknowledgement',
      `up to ${windows.maxExtensionFrac * 100} %`,
      `up to ${windows.maxExtensionFrac * 100} %`,
    ],
    ['While verified progress is shown', days(windows.progressDays), days(windows.progressDays)],
    ['The victim has to notify', days(windows.notifyDays), days(windows.notifyDays)],
    [
      'Must have known, after the public record linked it',
      days(windows.constructiveLagDays),
      days(windows.constructiveLagDays),
    ],
  ];
}

/** Inaction with a clock. */
export function ClockPart({ policy }: { readonly policy: Policy }) {
  return (
    <Section id="3" title="3 Inaction has a clock">
      <div className="prose">
        <p>
          Proof of who gave the order is often out of reach. If an act is linked to a state’s
          territory or nationals, the state is told, and it does nothing, that is the breach a
          clause with a duty to act describes. So inaction is a dated fact here: told on this day,
          to act by that day, did this or nothing.
        </p>
        <p>
          The clock starts with a notification by the victim, or where the public record left no
          room for not knowing. Deadlines are inclusive. Where a date is imprecise, the end that
          favours the accused is taken. It is a duty to act and not to succeed: a state that could
          do no more, asked for help and pleads so can be excused. In this product the pact creates
          the duty, so the dispute whether general law does so too does not matter.
        </p>
      </div>
      <PlainTable
        caption={`Time a clause gives when it sets no other, policy ${policy.version}`}
        headers={['What', 'Ordinary', 'Urgent']}
        rows={windowRows(policy)}
      />
      <PlainTable
        caption="The ladder of responses; unverified ones count as at most level 3"
        headers={['Level', 'What the state did']}
        rows={Object.entries(RESPONSE_LEVELS)
          .sort(([one], [two]) => Number(one) - Number(two))
          .map(([level, words]) => [level, words])}
      />
      <PolicyTable policy={policy} section="3" />
      <div className={classes.example}>
        <h3>Worked example: nine answers</h3>
        <p>
          The incident is covered, linked and known on day 0; nobody has proved the state itself.
          Conduct goes on, so level 5 is required.
        </p>
        <PlainTable
          caption="Computed on this page by the engine with the default windows"
          headers={['What happened', 'Today', 'Act by', 'Answer', 'Verdict']}
          rows={clockExamples(policy).map((example) => {
            const { verdict, id } = verdictOf(example);
            return [
              example.words,
              `day ${example.today}`,
              `day ${example.days}`,
              RESPONSES[example.adequacy.response],
              <span key={id}>
                <VerdictMark verdict={verdict} word /> ({id})
              </span>,
            ];
          })}
        />
      </div>
    </Section>
  );
}

/** The decision table, from the same data the engine reads. */
export function DecisionPart({ policy }: { readonly policy: Policy }) {
  return (
    <Section id="3-1" title="3.1 The decision table">
      <div className="prose">
        <p>
          Every case gets exactly one of these rules; a test goes through all combinations and finds
          no gap and no overlap. The table below is the one the engine reads. A dispute over who
          ordered an act does not stop the clock on who failed to stop it.
        </p>
      </div>
      <PlainTable
        caption="Rules R0 to R14"
        headers={['Rule', 'When', 'Verdict', 'Note']}
        rows={RULES.map((rule) => [
          rule.id,
          <ul key={rule.id} className={classes.rule}>
            {ruleWords(rule).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
          <VerdictMark key={rule.id} verdict={rule.verdict} word />,
          REASON_WORDS[rule.reason],
        ])}
      />
      <PolicyTable policy={policy} section="3-1" />
    </Section>
  );
}
