import type { Logger } from 'pino';

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code: string | null;
  readonly stack: string | undefined;
  readonly cause: LoggedError | null;
}

/**
 * A logger whose errors say what and where, and nothing else: a database error carries the row it was about, which is
 * somebody's name, number and trouble. H19, T23.
 */
export function withoutPersonalData(log: Logger): Logger {
  return log.child({}, { serializers: { err: (error: unknown) => logged(error) } });
}

function logged(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', code: null, stack: undefined, cause: null };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { type: name, message, code, stack, cause: cause === undefined ? null : logged(cause) };
}
