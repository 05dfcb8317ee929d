import { refusedStepUp } from '@/app/api/v1/step-up';
import type { Refusal } from '@/domain/permission';
import { STEP_UP_REFUSALS, type StepUpRefusal } from '@/domain/step-up';
import { ENROLMENT_REFUSALS, type EnrolmentRefusal } from '@/server/account/step-up-enrolment';
import { forbidden, problem } from '@/server/problem';

const STATUS: Readonly<Record<EnrolmentRefusal, number>> = {
  ...{ enrolled: 409, not_pending: 409, password: 403, busy: 503 },
};

interface Refused {
  readonly code: Refusal | StepUpRefusal | EnrolmentRefusal;
  readonly seconds?: number;
}

const isOfCode = (code: Refused['code']): code is StepUpRefusal =>
  Object.hasOwn(STEP_UP_REFUSALS, code);
const isOfEnrolment = (code: Refused['code']): code is EnrolmentRefusal =>
  Object.hasOwn(ENROLMENT_REFUSALS, code);

/** A change to one's step-up that was refused, as an answer. */
export function refusedEnrolment({ code, ...more }: Refused): Response {
  if (isOfCode(code)) return refusedStepUp({ code, ...more }, 'code');
  if (!isOfEnrolment(code)) return forbidden(code);
  const detail = ENROLMENT_REFUSALS[code];
  const faults = code === 'password' ? [{ path: 'password', code, message: detail }] : [];
  return problem({ status: STATUS[code], title: 'Not set up', code, detail, faults });
}
