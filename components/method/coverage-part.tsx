import { COVERAGE_WORDS } from '@/components/incident/words';
import { Section } from '@/components/section';
import { COVERAGE_CODES } from '@/domain/coverage';
import { COMMISSION_LIMBS, LIMBS, type Limb } from '@/domain/vocabulary';
import { PlainTable } from './plain-table';

const CODE_WORDS = {
  PARTY: 'Parties',
  TIME: 'Time',
  CONDUCT: 'Conduct',
  OBJECT: 'Object',
  INTENT: 'Intent',
  SEVERITY: 'Severity',
  EXCEPTION: 'Exception',
  RESERVATION: 'Reservation',
} as const;

const isCommission = (limb: Limb): boolean => COMMISSION_LIMBS.some((own) => own === limb);

/** What a clause asks of an incident before anybody is judged. */
export function CoveragePart() {
  return (
    <Section id="1" title="1 What a clause asks first">
      <div className="prose">
        <p>
          A clause covers an incident only if all eight tests hold. The first that definitely fails
          is kept and shown. What is not known fails no test: the case waits, and says which fact it
          waits for. Who accuses and who is accused changes none of these tests.
        </p>
        <p>
          Most pacts here were never in force. They are tested from an assumed date and stamped
          hypothetical on every screen: had this pact been in force. A <strong>refusal</strong> or a
          missing reply is a recorded fact on the pact’s timeline. A state that never joined broke
          no word; it gets <strong>compatibility</strong>, apart from the compliance of parties, and
          is never ranked with them.
        </p>
      </div>
      <PlainTable
        caption="The coverage tests in their order"
        headers={['Test', 'Fails where']}
        rows={COVERAGE_CODES.map((code) => [CODE_WORDS[code], COVERAGE_WORDS[code]])}
      />
      <PlainTable
        caption="Grounds on which a state can answer; each clause lists its own"
        headers={['Ground', 'For', 'Meaning']}
        rows={(Object.keys(LIMBS) as Limb[]).map((limb) => [
          LIMBS[limb].label,
          isCommission(limb) ? 'the act itself' : 'failing to act against it',
          LIMBS[limb].definition,
        ])}
      />
    </Section>
  );
}
