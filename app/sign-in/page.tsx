import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { grantForPeople } from '@/components/account/grant-words';
import { SignInForm } from '@/components/account/sign-in-form';
import { refusalInWords } from '@/components/account/words';
import { localPath } from '@/domain/local-path';
import { DEMO_PASSWORD, demoShown } from '@/server/account/demo';
import { oidcProvider } from '@/server/account/oidc';
import { actorFrom } from '@/server/actor';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

export default async function SignInPage({ searchParams }: Props) {
  const { from, callbackUrl, error, done } = await searchParams;
  const back = localPath(one(from) ?? one(callbackUrl));
  if ((await actorFrom()).kind === 'person') redirect(back);
  const accounts = demoShown().map(({ email, grant }) => ({ email, roles: grantForPeople(grant) }));
  const why = one(error);
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Sign in</h1>
      <p className={classes.lead}>
        Reading what is published needs no account. Recording, reviewing and deciding do.
      </p>
      {one(done) === null ? null : (
        <p role="status" className={classes.done}>
          Your account is set up. Sign in with your new password.
        </p>
      )}
      <SignInForm
        from={back}
        refusal={why === null ? null : refusalInWords(why)}
        provider={oidcProvider()?.name ?? null}
        demo={accounts.length === 0 ? null : { password: DEMO_PASSWORD, accounts }}
      />
    </div>
  );
}
