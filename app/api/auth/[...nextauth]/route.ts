import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/server/auth';

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** Signing in and out; everything else about accounts is under /api/v1. */
const handle = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions(request.headers.get('user-agent')));

export { handle as GET, handle as POST };
