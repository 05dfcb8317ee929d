import 'server-only';

/** The address people reach the product under, where it is known. */
export function publicUrl(): URL | null {
  const given = process.env.NEXTAUTH_URL;
  return given && URL.canParse(given) ? new URL(given) : null;
}

/** Whether people reach the product over https; cookies are then for https alone. */
export const isSecure = (): boolean => publicUrl()?.protocol === 'https:';
