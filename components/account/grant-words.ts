import { type Grant, grantInWords } from '@/domain/role';
import { stateInProse } from '@/domain/states';

/** A grant with its party by name: `delegate of the United States, for every pact`. */
export function grantForPeople(grant: Grant): string {
  return grant.role === 'delegate'
    ? grantInWords(grant).replace(grant.party, stateInProse(grant.party))
    : grant.role;
}
