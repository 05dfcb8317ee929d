import { parseArgs } from 'node:util';
import { assessCommand } from './assess';
import { fuseCommand } from './fuse';
import { done, type Outcome, refused } from './outcome';

const GENERAL = `servanda: had this pact been in force, who would have kept it?

  assess FILE --pact ID|PACTFILE   score a dossier under a pact
  fuse FILE                        fuse claims into opinions

servanda COMMAND --help tells more.
Exit codes: 0 done; 2 usage or an invalid file, one fault a line on stderr.`;

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

const HELP: Readonly<Record<string, string>> = { assess: ASSESS, fuse: FUSE };

const OPTIONS = {
  pact: { type: 'string' },
  from: { type: 'string' },
  'as-of': { type: 'string' },
  mode: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function usageFault(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return refused(message.split('\n', 1)[0] ?? message);
}

function run(argv: readonly string[]): Outcome {
  const [command, ...rest] = argv;
  if (command === undefined || command === '--help' || command === 'help') return done(GENERAL);
  const help = HELP[command];
  if (help === undefined) return refused(`expected assess or fuse, found "${command}"`);
  const { values, positionals } = parseArgs({
    args: rest,
    options: OPTIONS,
    allowPositionals: true,
  });
  if (values.help) return done(help);
  const [file, extra] = positionals;
  if (file === undefined) return refused(`${command}: expected a FILE`);
  if (extra !== undefined) return refused(`${command}: expected one FILE, found "${extra}" too`);
  if (command === 'fuse') {
    const stray = Object.entries(values).find(
      ([, value]) => value !== undefined && value !== false,
    );
    // fuse prints JSON in any case, so --json is welcome
    if (stray !== undefined && stray[0] !== 'json')
      return refused(`fuse: unknown option --${stray[0]}`);
    return fuseCommand(file);
  }
  if (values.pact === undefined) return refused('assess: expected --pact ID or --pact PACTFILE');
  return assessCommand({ ...values, file, pact: values.pact, asOf: values['as-of'] });
}

function attempt(argv: readonly string[]): Outcome {
  try {
    return run(argv);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return usageFault(error);
    throw error;
  }
}

const outcome = attempt(process.argv.slice(2));
if (outcome.ok) process.stdout.write(`${outcome.output}\n`);
else {
  process.stderr.write(outcome.faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = 2;
}
