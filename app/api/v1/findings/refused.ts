import { misfit } from '@/app/api/v1/misfit';
import { refusedStepUp } from '@/app/api/v1/step-up';
import { REFUSALS, type Refusal } from '@/domain/permission';
import { refusalSentence } from '@/domain/review';
import { STEP_UP_REFUSALS, type StepUpRefusal } from '@/domain/step-up';
import { MISFITS, type Misfit, type Refused } from '@/server/commission/outcome';
import { forbidden, problem } from '@/server/problem';

/** Misfits that are no clash with what is kept. */
const STATUS: { readonly [M in Misfit]?: number } = {
  ...{ unknown_pact: 404, unknown_clause: 404, unknown_case: 404, future: 400, not_delegate: 400 },
};

const isPermission = (code: string): code is Refusal => Object.hasOwn(REFUSALS, code);
const isStepUp = (code: string): code is StepUpRefusal => Object.hasOwn(STEP_UP_REFUSALS, code);
const isMisfit = (code: string): code is Misfit => Object.hasOwn(MISFITS, code);

/** An act of the commission that was refused, as an answer; what has changed is `stale` to every caller. */
export function refusedAct({ code, seconds, beside }: Refused): Response {
  if (isPermission(code)) return forbidden(code);
  if (isStepUp(code)) return refusedStepUp({ code, ...(seconds === undefined ? {} : { seconds }) });
  const told = beside === undefined ? {} : { body: beside };
  if (!isMisfit(code)) {
    const detail = refusalSentence(code);
    const said = code === 'fresh' ? 'stale' : code;
    return problem({ status: 409, title: 'Does not fit', code: said, detail }, told);
  }
  const [path, detail] = MISFITS[code];
  return misfit(code, [STATUS[code] ?? 409, path, detail], beside);
}
