import { Engine } from 'json-rules-engine';
import { RULE_IDS, RULES, type RuleId, type TableInput } from '@/domain/verdict';
import type { LoadedEngine, Score } from './engine';
import { coverageOf, severityUnder } from './plain/coverage';
import { findingFrom, type PlainCase, type PlainFinding, tableInput } from './plain/finding';
import { caseOf, type PlainQuestion, plainQuestion, tallyOf } from './plain/loop';
import type { CaseRow } from './rows';

/** The decision table as rules: each predicate of a condition is one of some words. */
function decisionEngine(): Engine {
  const engine = new Engine();
  for (const { id, when } of RULES) {
    const any = when.map((condition) => ({
      all: Object.entries(condition).map(([fact, value]) => ({ fact, operator: 'in', value })),
    }));
    engine.addRule({ conditions: { any }, event: { type: id } });
  }
  return engine;
}

async function decide(engine: Engine, input: TableInput): Promise<RuleId> {
  const { events } = await engine.run({ ...input });
  const rule = RULE_IDS.find((id) => id === events[0]?.type);
  if (rule === undefined) throw new Error('no rule of the table holds');
  return rule;
}

type Put = 'every case' | 'covered cases';

/** Answers the predicates of one case under each clause, and has the engine decide. */
async function findingsOn(
  engine: Engine,
  { clauses }: PlainQuestion,
  one: PlainCase,
  put: Put,
): Promise<(PlainFinding | null)[]> {
  const found: (PlainFinding | null)[] = [];
  for (const clause of clauses) {
    const severity = severityUnder(clause, one.row);
    const cov =
      one.time === 'out' ? 'out' : coverageOf(clause, one.row, one.party, severity, one.time);
    if (put === 'covered cases' && cov === 'out') {
      found.push(null);
      continue;
    }
    const input = tableInput(clause, one, severity, cov);
    const rule = await decide(engine, input);
    found.push(rule === 'R1' ? null : findingFrom(clause, one, severity, input, rule));
  }
  return found;
}

function scoreOf(rows: readonly CaseRow[], question: PlainQuestion, put: Put): Score {
  const engine = decisionEngine();
  return async () => {
    const tally = tallyOf(question);
    for (const row of rows) {
      const one = caseOf(question, row);
      if (one === null) continue;
      const findings = await findingsOn(engine, question, one, put);
      tally.add(question.parties.indexOf(one.party), findings);
    }
    return tally.rollup;
  };
}

const EVERY_CASE = 'every case under every clause';

/**
 * json-rules-engine: the predicates are answered as in the plain loop and are its facts. `patient`:
 * it is also asked what the clauses do not cover, as a program without the loop would.
 */
export function openJsonRules(rows: readonly CaseRow[], patient = true): LoadedEngine {
  const way = (name: string, put: Put) => ({
    name,
    prepare: (...[pact, setting]: Parameters<typeof plainQuestion>) =>
      scoreOf(rows, plainQuestion(pact, setting), put),
  });
  return {
    name: 'json-rules-engine',
    about: 'fifteen rules, nine facts a case and clause, answered as the plain loop does',
    ways: [
      ...(patient ? [way(EVERY_CASE, 'every case')] : []),
      way('only what the clause covers, found beforehand', 'covered cases'),
    ],
    close: () => undefined,
  };
}
