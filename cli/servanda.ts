import { parseArgs } from 'node:util';
import { assessCommand } from './assess';
import { fuseCommand } from './fuse';
import { done, type Outcome, refused } from './outcome';
import { verifyCommand } from './verify';

const GENERAL = `servanda: had this pact been in force, who would have kept it?

  assess FILE --pact ID|PACTFILE   score a dossier under a pact
  fuse FILE                        fuse claims into opinions
  verify EXPORT [--proof FILE]     check an export of the ledger, or a proof, without a server

servanda COMMAND --help tells more.
Exit codes: 0 done; 1 what was verified does not hold; 2 usage or an invalid file. One fault a line
on stderr.`;

const ASSESS = `servanda assess FILE --pact ID|PACTFILE [options]

FILE is a dossier (servanda.dossier/1), or - for standard input.

  --pact ID|PACTFILE   a pact of the library by its id, or a file in servanda.pact/1
  --from DATE          assumed entry into force of a hypothetical pact
  --as-of T            a day (its end is meant) or an ISO instant; default: end of compiledOn
  --mode MODE          computed (default), or signed: unsigned violations count as pending
  --json               machine-readable, numbers unrounded`;

const FUSE = `servanda fuse FILE

FILE holds {"cases": [{"claims": […], "joint": [["US", "IL"]]}]}, or - for standard input.
Prints {"cases": [{"unattributed", "conflict", "other", "states"}]} in the same order.`;

const VERIFY = `servanda verify EXPORT [--proof FILE]
servanda verify --proof FILE
servanda verify --certificate FILE

EXPORT is an export of the ledger (servanda.ledger/1), or - for standard input. Every entry, link,
payload and daily root is computed again from the file alone. Where something does not hold, the
first bad entry and its fault are told, and the exit code is 1.

  --proof FILE        a proof (servanda.proof/1), checked by itself, or held against the export as well
  --certificate FILE  the certificate of a finding (servanda.certificate/1): hashes, proofs, the count of
                      its votes, and its inputs judged again
  --json              machine-readable`;

const HELP: Readonly<Record<string, string>> = { assess: ASSESS, fuse: FUSE, verify: VERIFY };

const OPTIONS = {
  pact: { type: 'string' },
  from: { type: 'string' },
  'as-of': { type: 'string' },
  mode: { type: 'string' },
  proof: { type: 'string' },
  certificate: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What each command takes; fuse prints JSON in any case, so --json is welcome. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  assess: ['pact', 'from', 'as-of', 'mode', 'json'],
  fuse: ['json'],
  verify: ['proof', 'certificate', 'json'],
};

function usageFault(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return refused(message.split('\n', 1)[0] ?? message);
}

async function run(argv: readonly string[]): Promise<Outcome> {
  const [command, ...rest] = argv;
  if (command === undefined || command === '--help' || command === 'help') return done(GENERAL);
  const help = HELP[command];
  if (help === undefined) return refused(`expected assess, fuse or verify, found "${command}"`);
  const { values, positionals } = parseArgs({
    args: rest,
    options: OPTIONS,
    allowPositionals: true,
  });
  if (values.help) return done(help);
  const stray = Object.entries(values).find(
    ([name, value]) => value !== undefined && value !== false && !TAKES[command]?.includes(name),
  );
  if (stray !== undefined) return refused(`${command}: unknown option --${stray[0]}`);
  const [file, extra] = positionals;
  if (extra !== undefined) return refused(`${command}: expected one FILE, found "${extra}" too`);
  if (command === 'verify') return verifyCommand({ ...values, file });
  if (file === undefined) return refused(`${command}: expected a FILE`);
  if (command === 'fuse') return fuseCommand(file);
  if (values.pact === undefined) return refused('assess: expected --pact ID or --pact PACTFILE');
  return assessCommand({ ...values, file, pact: values.pact, asOf: values['as-of'] });
}

async function attempt(argv: readonly string[]): Promise<Outcome> {
  try {
    return await run(argv);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return usageFault(error);
    throw error;
  }
}

const outcome = await attempt(process.argv.slice(2));
if (outcome.output !== undefined) process.stdout.write(`${outcome.output}\n`);
if (!outcome.ok) {
  process.stderr.write(outcome.faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = outcome.code;
}
