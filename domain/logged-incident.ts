import type { Instant } from './dates';
import { type CodedFault, codedFaultsOf } from './fault';
import { type Incident, incidentSchema } from './incident';
import { incidentDraftSchema } from './incident-draft';
import { loggingFaults } from './logging-rules';

export type Checked =
  | { readonly ok: true; readonly incident: Incident; readonly warnings: readonly CodedFault[] }
  | { readonly ok: false; readonly faults: readonly CodedFault[] };

/** Faults of the whole document are about its size, which the border measures itself. */
const fitsForm = (incident: Incident): CodedFault[] => {
  const parsed = incidentDraftSchema.safeParse(incident);
  return parsed.success ? [] : codedFaultsOf(parsed.error).filter(({ path }) => path !== '(file)');
};

/** What the rules of logging say of a document, whether or not it is an incident yet. */
function rulesOf(document: unknown, now: Instant): CodedFault[] {
  const draft = incidentDraftSchema.safeParse(document);
  return draft.success ? loggingFaults(draft.data, now) : [];
}

const under = (path: string, prefix: string): string =>
  path === '(file)' ? prefix : `${prefix}.${path}`;

/**
 * Everything that keeps a document from being logged at `now`: the schema's faults and the refusals
 * of the rules of logging, each once, or the incident with what is only pointed out. A record has to
 * fit the form it is edited in, so its lists are bounded as a draft's are. `prefix` is where the
 * document stands in what was sent.
 */
export function checkLogged(document: unknown, now: Instant, prefix = 'incident'): Checked {
  const parsed = incidentSchema.safeParse(document);
  const rules = rulesOf(document, now);
  const faults = parsed.success ? fitsForm(parsed.data) : codedFaultsOf(parsed.error);
  if (parsed.success && faults.length === 0 && !isRefusedBy(rules))
    return { ok: true, incident: parsed.data, warnings: rules.map((rule) => placed(rule, prefix)) };
  const said = new Set(rules.filter(({ level }) => level === 'refused').map(({ path }) => path));
  return {
    ok: false,
    faults: [...faults.filter(({ path }) => !said.has(path)), ...rules].map((fault) =>
      placed(fault, prefix),
    ),
  };
}

const isRefusedBy = (rules: readonly CodedFault[]): boolean =>
  rules.some(({ level }) => level === 'refused');
const placed = (fault: CodedFault, prefix: string): CodedFault => ({
  ...fault,
  path: under(fault.path, prefix),
});
