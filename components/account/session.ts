import { refusalInWords } from './words';

/** A word in what next-auth answers. */
async function wordIn(reply: Response, key: string): Promise<string> {
  const said: unknown = await reply.json();
  const word: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, key) : null;
  if (typeof word !== 'string') throw new Error(`No ${key} in the answer.`);
  return word;
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<URL> {
  const csrfToken = await wordIn(await fetch('/api/auth/csrf'), 'csrfToken');
  const reply = await fetch(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
  return new URL(await wordIn(reply, 'url'), window.location.origin);
}

const FAILED = 'The server could not be reached. Try again.';

/** Signs in by password: null when done, else why not. */
export async function signIn(email: string, password: string): Promise<string | null> {
  try {
    const url = await post('/api/auth/callback/credentials', { email, password });
    const error = url.searchParams.get('error');
    if (url.searchParams.has('csrf')) return 'Allow cookies for this site, then try again.';
    return error === null ? null : refusalInWords(error);
  } catch {
    return FAILED;
  }
}

/** Where to go to sign in with the provider, or null when that did not work. */
export async function providerAddress(from: string): Promise<string | null> {
  const url = await post('/api/auth/signin/oidc', { callbackUrl: from }).catch(() => null);
  return url === null || url.searchParams.has('error') ? null : url.href;
}

/** Signs out in this browser; false when the server could not be reached. */
export async function signOut(): Promise<boolean> {
  return (await post('/api/auth/signout', {}).catch(() => null)) !== null;
}
