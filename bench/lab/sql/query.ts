import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import type { CaseTable } from './case-table';
import { addedUp, type Form, mayCover, realLiteral } from './findings';
import {
  type Parameter,
  type PartyClause,
  partyClauses,
  reservationsOf,
  shiftsOf,
} from './parameters';

/**
 * How the ten clauses are put to a database: one query a clause and party with its numbers as
 * literals, all in one statement; or one query over a join with a table of clauses.
 */
export type QueryForm = 'literal' | 'joined';

/** Which of several texts for one question a database is asked. */
export interface Formulation extends Pick<Form, 'turnForm' | 'fenced'> {
  readonly query: QueryForm;
}

export interface Statement {
  /** Run before the clock starts: the table of clauses. */
  readonly setup: readonly string[];
  readonly query: string;
}

const literal = ({ value, type }: Parameter): string =>
  type === 'float8' && typeof value === 'number' ? realLiteral(value) : `(${value})::${type}`;

/** Cases by party: what no clause covers is the rest. */
const totals = (clauses: readonly PartyClause[]): string[] =>
  clauses
    .filter(({ clause, accused }) => clause === 0 && accused.length > 0)
    .map(
      ({ party, accused }) => `SELECT -1 AS clause, ${party} AS party, 1 AS rule,
        count(*)::int4 AS findings, 0::float8 AS low, 0::float8 AS high
        FROM cases WHERE accused IN (${accused.join(', ')})`,
    );

/** Where nobody is accused there is nothing to ask. */
const NOTHING = `SELECT 0 AS clause, 0 AS party, 0 AS rule, 0 AS findings,
  0::float8 AS low, 0::float8 AS high WHERE false`;

const together = (queries: readonly string[]): string =>
  (queries.length === 0 ? [NOTHING] : queries).join('\nUNION ALL\n');

function literalQuery(clauses: readonly PartyClause[], form: Form): string {
  const each = clauses
    .filter(({ accused, conducts }) => accused.length > 0 && conducts.length > 0)
    .map(({ clause, party, accused, conducts, parameters }) => {
      const p = (name: string): string => {
        const { [name]: parameter } = parameters;
        if (parameter === undefined) throw new Error(`no parameter ${name}`);
        return literal(parameter);
      };
      const source = `cases WHERE accused IN (${accused.join(', ')})
        AND conduct IN (${conducts.join(', ')}) AND ${mayCover(p, form)}`;
      return `SELECT ${clause} AS clause, ${party} AS party, rule, findings, low, high
        FROM (${addedUp(p, form, source, [])}) AS one`;
    });
  return together([...totals(clauses), ...each]);
}

/** The table of clauses: a row for each clause, accused state and mask of conduct it names. */
function clauseTable(clauses: readonly PartyClause[]): string[] {
  const [first] = clauses;
  if (first === undefined) return [];
  const names = Object.keys(first.parameters);
  const types = names.map((name) => `p_${name} ${first.parameters[name]?.type ?? 'int4'}`);
  const rows = clauses.flatMap(({ clause, party, accused, conducts, parameters }) =>
    accused.flatMap((state) =>
      conducts.map((conduct) => {
        const values = Object.values(parameters).map(literal);
        return `(${[clause, party, state, conduct, ...values].join(', ')})`;
      }),
    ),
  );
  return [
    'DROP TABLE IF EXISTS clauses',
    `CREATE TABLE clauses (clause int2, party int2, p_accused int2, p_conduct_key int4,
      ${types.join(', ')})`,
    ...(rows.length === 0 ? [] : [`INSERT INTO clauses VALUES ${rows.join(',\n')}`]),
  ];
}

function joinedQuery(clauses: readonly PartyClause[], form: Form): string {
  const p = (name: string): string => `p_${name}`;
  const source = `cases JOIN clauses ON accused = p_accused AND conduct = p_conduct_key
    WHERE ${mayCover(p, form)}`;
  const found = `SELECT clause, party, rule, findings, low, high
    FROM (${addedUp(p, form, source, ['clause', 'party'])}) AS one`;
  return together([...totals(clauses), found]);
}

/** The statement that scores a table of cases under a pact. */
export function scoreStatement(
  table: CaseTable,
  pact: Pact,
  setting: Setting,
  { query, turnForm, fenced }: Formulation,
): Statement {
  const clauses = partyClauses(pact, table, setting.assumedFrom ?? null);
  const form: Form = {
    ...{ setting, turnForm, fenced, turns: table.turns },
    ...{ shifts: shiftsOf(pact), reservations: reservationsOf(pact) },
  };
  return query === 'literal' || clauses.length === 0
    ? { setup: [], query: literalQuery(clauses, form) }
    : { setup: clauseTable(clauses), query: joinedQuery(clauses, form) };
}
