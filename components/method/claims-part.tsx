import { formatNumber, formatRange } from '@/components/format';
import { LIKELIHOOD_WORDS } from '@/components/incident/words';
import { Section } from '@/components/section';
import type { Opinion } from '@/domain/attribution';
import type { Policy } from '@/domain/policy';
import classes from './method.module.css';
import { PlainTable } from './plain-table';
import { PolicyTable } from './policy-table';
import {
  type ExampleClaim,
  rivalries,
  SINGLE_CLAIMS,
  SIX_CLAIMS,
  sixClaims,
  weighed,
} from './worked-claims';

const figure = (value: number): string => formatNumber(value, 3);
const interval = ({ lower, upper }: Opinion): string => formatRange(lower, upper, 3);
const gradeOf = ({ reliability, credibility }: ExampleClaim): string =>
  `${reliability}${credibility}`;
const wordOf = ({ likelihood }: ExampleClaim): string =>
  likelihood === undefined ? 'unknown' : (LIKELIHOOD_WORDS[likelihood] ?? likelihood);

const LETTERS = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
} as const;
const FIGURES = {
  1: 'confirmed',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
} as const;

/** What a claim carries: two separate things, and what one claim alone weighs. */
export function ClaimPart({ policy }: { readonly policy: Policy }) {
  const { likelihood, reliability, credibility } = policy.values;
  return (
    <Section id="2-1" title="2.1 What a claim carries">
      <div className="prose">
        <p>
          A claim says who did it. <strong>Likelihood</strong> is the claimant’s own word for how
          sure it is. <strong>Confidence</strong> is ours: who speaks, with what. The grade never
          depends on who is accused. The two stay in two columns and are never joined into one word.
        </p>
      </div>
      <PlainTable
        caption={`Likelihood words and the probability used for each, policy ${policy.version}`}
        headers={['Word', 'Probability']}
        figures={[1]}
        rows={Object.entries(likelihood).map(([word, p]) => [LIKELIHOOD_WORDS[word], `${p}`])}
      />
      <PlainTable
        caption="Trust in the source (letter) and in what it says (figure)"
        headers={['Letter', 'Source', 'Trust', 'Figure', 'Information', 'Credibility']}
        figures={[2, 5]}
        rows={(Object.keys(LETTERS) as (keyof typeof LETTERS)[]).map((letter, index) => {
          const number = (index + 1) as keyof typeof FIGURES;
          return [
            letter,
            LETTERS[letter],
            `${reliability[letter]}`,
            `${number}`,
            FIGURES[number],
            `${credibility[number]}`,
          ];
        })}
      />
      <div className={classes.example}>
        <h3>Worked example: what one claim weighs</h3>
        <p>
          Evidence units of a single claim. Support counts only beyond even odds: “roughly even
          chance” said ten times is not evidence for anything.
        </p>
        <PlainTable
          caption="Computed on this page by the engine"
          headers={['Claim', 'Grade', 'Likelihood', 'Units']}
          figures={[3]}
          rows={weighed(SINGLE_CLAIMS, policy.values).map(({ claim, units }) => [
            claim.says,
            gradeOf(claim),
            wordOf(claim),
            figure(units),
          ])}
        />
      </div>
    </Section>
  );
}

function SixClaims({ policy }: { readonly policy: Policy }) {
  const { whole, parts, retracted } = sixClaims(policy.values);
  const rows = SIX_CLAIMS.map((claim) => {
    const part = parts.find(({ claim: id }) => id === claim.id);
    return [
      claim.id,
      claim.says,
      gradeOf(claim),
      wordOf(claim),
      claim.cluster,
      figure(part?.r ?? 0),
      figure(part?.link ?? 0),
      figure(part?.state ?? 0),
    ];
  });
  return (
    <div className={classes.example}>
      <h3>Worked example: six claims about one incident</h3>
      <p>
        Together they give state A a link of {interval(whole.link)} and own responsibility of{' '}
        {interval(whole.state)}; {figure(whole.unattributed)} stays unattributed, conflict is{' '}
        {figure(whole.conflict)}. The last two columns say what belief would lose without the claim:
        c4 repeats c1 and adds nothing, however often it is repeated.
      </p>
      <PlainTable
        caption="Computed on this page by the engine, each claim left out in turn"
        headers={['Claim', 'Says', 'Grade', 'Likelihood', 'Cluster', 'Units', 'Link', 'State']}
        figures={[5, 6, 7]}
        rows={rows}
      />
      <p>
        If c1 is withdrawn, c4, which rests on it, falls with it. Then the link is{' '}
        {interval(retracted.link)} and own responsibility {interval(retracted.state)}: commission
        falls away, and the duty to act remains.
      </p>
    </div>
  );
}

/** How claims add up: clusters, rivals, thresholds. */
export function FusionPart({ policy }: { readonly policy: Policy }) {
  const rivals = rivalries(policy.values);
  return (
    <Section id="2-4" title="2.4 How claims add up">
      <div className="prose">
        <p>
          Claims that rest on the same evidence form a <strong>cluster</strong>. Within a cluster
          the shared part counts once; independent clusters add up. So the order of claims, ties and
          repeats change nothing, and taking a claim back is taking it out. Sources graded C to F
          together stay below a cap, however many outlets repeat them.
        </p>
        <p>
          Each question is answered as an interval: belief, and what the evidence leaves open. It is{' '}
          <strong>met</strong> where belief reaches the clause’s threshold and enough independent
          clusters, or a conviction, stand behind it. It is <strong>contested</strong> where another
          state is credibly accused, the claims conflict, or an objection of the accused is open.
          Mass that no claim carries is{' '}
          <strong>unattributed and never scored against anyone</strong>.
        </p>
        <p>
          An admission by the accused settles its question. A denial is a response and no evidence;
          evidence in rebuttal is entered as a claim and graded like any other.
        </p>
      </div>
      <PolicyTable policy={policy} section="2-4" />
      <SixClaims policy={policy} />
      <div className={classes.example}>
        <h3>Worked example: two states accused of the same</h3>
        <PlainTable
          caption="Computed on this page by the engine; all claims graded B2, very likely"
          headers={['Claims', 'Belief in A', 'Belief in B', 'Unattributed', 'Conflict']}
          figures={[1, 2, 3, 4]}
          rows={rivals.map(({ words, a, b }) => [
            words,
            figure(a.link.lower),
            figure(b.link.lower),
            figure(a.unattributed),
            figure(a.conflict),
          ])}
        />
      </div>
    </Section>
  );
}
