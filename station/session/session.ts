import { z } from 'zod';
import { deskSessionSchema, type DeskSession } from '../../shared/contract/desk.ts';
import { may, type Actor, type Permission } from '../../shared/domain/people.ts';
import { fail, failure, FailureError, type Failure } from '../../shared/failure.ts';
import { instant, msOf } from '../../shared/instant.ts';
import type { WriterApi } from '../store/writer.ts';
import { isLinkFailure } from '../sync/link-failure.ts';
import type { CentralClient, Link } from '../sync/link.ts';
import type { Thread } from '../threads/thread.ts';
import { afterWrongPassword, offlineActor, offlineObstacle } from './offline.ts';
import { makeVerifier, verifies } from './verifier.ts';

/** A session as the outbox keeps it while it runs. `token` is null for one that the centre does not know of. */
const keptSchema = z.object({
  session: deskSessionSchema,
  token: z.string().nullable(),
});
type Kept = z.infer<typeof keptSchema>;

/** Who is signed in at this desk. */
export interface Sessions {
  readonly current: DeskSession | null;
  /** Why the last one ended, where nobody here asked for it. */
  readonly ended: Failure | null;
  readonly token: string | null;
  /** True while the centre cannot be asked, or was not when they signed in. */
  readonly cutOff: boolean;
  /** @throws NOT_SIGNED_IN, NOT_PERMITTED, NOT_PERMITTED_OFFLINE */
  require(permission?: Permission): Actor;
  /**
   * Whoever is signed in with what they may decide now: nothing over others while the centre cannot be asked, because
   * the others would not hear of it. @throws NOT_SIGNED_IN
   */
  acting(): Actor;
  signIn(jobNumber: string, password: string, takeOver: boolean): Promise<DeskSession>;
  signOut(): Promise<void>;
  changePassword(current: string, next: string): Promise<void>;
  /** Asks the centre what whoever is signed in may do and see now. @throws what the centre says */
  refresh(): Promise<void>;
  /**
   * The session with this token is over for a reason that is not this desk's; whoever has signed in since stays. Drafts
   * stay.
   */
  end(reason: Failure, token: string | null): void;
  /** Takes up a session that a crash interrupted. */
  resume(kept: { session: string; seenAt: string } | null): void;
  /** Notes that it runs, and ends it where its time is up. */
  heartbeat(): void;
}

export interface SessionOptions {
  readonly link: Link;
  readonly client: CentralClient;
  readonly writer: Thread<WriterApi>;
  readonly deskName: string;
  readonly nowMs: () => number;
  /** The centre's clock as far as this desk knows it: leases are in its time. */
  readonly centreMs: () => number;
  /** Everything that follows from who is signed in; `ended` where it was not their own wish. */
  readonly onChange: (session: DeskSession | null, ended: Failure | null) => void;
  /** Makes the desk known to the centre where it is not. */
  readonly enrol: () => Promise<void>;
  readonly onFault: (event: string, error: unknown) => void;
}

/** How long somebody signing in waits for the first attempt to reach the centre, ms. */
const REACH_MS = 6_000;
/** Nobody waits longer than this for the centre to note that they have gone home, ms. */
const SIGN_OUT_MS = 2_000;
/** A session interrupted longer ago than this asks for the password again, ms. */
const RESUME_MS = 30 * 60_000;

export function createSessions(options: SessionOptions): Sessions {
  const { link, client, writer, nowMs } = options;
  let kept: Kept | null = null;
  let ended: Failure | null = null;

  function signedIn(): DeskSession {
    if (!kept) throw new FailureError(ended ?? failure('NOT_SIGNED_IN'));
    return kept.session;
  }

  function isCutOff(): boolean {
    return kept?.session.kind === 'offline' || !link.state.up;
  }

  /** While the centre can be asked it is the centre that ends sessions. */
  function leaseEnded({ session }: Kept): boolean {
    const unreached = session.kind === 'offline' || !link.state.up;
    return unreached && msOf(session.leaseUntil) <= options.centreMs();
  }

  async function begin(next: Kept): Promise<DeskSession> {
    await writer.call('saveSession', JSON.stringify(next), instant(nowMs()));
    kept = next;
    ended = null;
    options.onChange(next.session, null);
    return next.session;
  }

  function drop(reason: Failure | null): void {
    if (!kept) return;
    kept = null;
    ended = reason;
    writer.call('deleteSession').catch((error: unknown) => options.onFault('session not deleted', error));
    options.onChange(null, reason);
  }

  async function signInOnline(jobNumber: string, password: string, takeOver: boolean): Promise<DeskSession> {
    const { deskId } = await writer.call('identity');
    const { deskName } = options;
    const before = kept;
    const inPlaceOf = before?.token ?? undefined;
    const given = await client.auth.signIn({ jobNumber, password, deskId, deskName, takeOver, inPlaceOf });
    const { actor, token, leaseUntil } = given;
    const next: Kept = { session: { actor, kind: 'online', leaseUntil }, token };
    // Enrolling is the first call made under the new session.
    kept = next;
    try {
      await options.enrol();
      const verifier = await makeVerifier(password);
      await writer.call('saveCredential', { actor, ...verifier, leaseUntil, lastOnlineAt: instant(nowMs()) });
      return await begin(next);
    } catch (error) {
      kept = before;
      throw error;
    }
  }

  async function signInOffline(jobNumber: string, password: string): Promise<DeskSession> {
    const credential = await writer.call('findCredential', jobNumber);
    const obstacle = offlineObstacle(credential, options.centreMs());
    if (obstacle || !credential) throw new FailureError(obstacle ?? failure('OFFLINE_SIGN_IN_UNKNOWN'));
    const { actor, leaseUntil } = credential;
    if (!(await verifies(password, credential))) {
      const tries = afterWrongPassword(credential, options.centreMs());
      await writer.call('saveTries', actor.accountId, tries.failures, tries.lockedUntil);
      fail('BAD_CREDENTIALS');
    }
    if (credential.failures > 0) await writer.call('saveTries', actor.accountId, 0, null);
    const session: DeskSession = { actor: offlineActor(actor), kind: 'offline', leaseUntil };
    return await begin({ session, token: null });
  }

  return {
    get current() {
      return kept?.session ?? null;
    },
    get ended() {
      return ended;
    },
    get token() {
      return kept?.token ?? null;
    },
    get cutOff() {
      return isCutOff();
    },
    acting: () => (isCutOff() ? offlineActor(signedIn().actor) : signedIn().actor),
    require: (permission) => {
      const { actor, kind } = signedIn();
      if (permission && !may(actor, permission)) fail(kind === 'offline' ? 'NOT_PERMITTED_OFFLINE' : 'NOT_PERMITTED');
      return actor;
    },
    signIn: async (jobNumber, password, takeOver) => {
      const state = await link.settled(REACH_MS);
      if (!state.up) return await signInOffline(jobNumber, password);
      try {
        return await signInOnline(jobNumber, password, takeOver);
      } catch (error) {
        const said = error instanceof FailureError ? error.failure : null;
        if (said?.code === 'ACCOUNT_DISABLED') await writer.call('deleteCredential', jobNumber);
        if (!said || !isLinkFailure(said)) throw error;
        return await signInOffline(jobNumber, password);
      }
    },
    signOut: async () => {
      const token = kept?.token ?? null;
      if (token !== null && link.state.up) {
        // The centre is told while the token still goes with the call; a lost answer only means that it expires there.
        const told = client.auth.signOut(undefined, { signal: AbortSignal.timeout(SIGN_OUT_MS) });
        await told.catch((error: unknown) => options.onFault('sign-out not told', error));
      }
      drop(null);
    },
    changePassword: async (current, next) => {
      if (!kept) return fail('NOT_SIGNED_IN');
      if (kept.session.kind === 'offline') fail('NOT_PERMITTED_OFFLINE');
      await client.auth.changePassword({ current, next });
      const { actor, leaseUntil } = kept.session;
      const verifier = await makeVerifier(next);
      await writer.call('saveCredential', { actor, ...verifier, leaseUntil, lastOnlineAt: instant(nowMs()) });
    },
    refresh: async () => {
      const asked = kept;
      if (asked?.session.kind !== 'online') return;
      const { actor } = await client.auth.self();
      if (kept !== asked || JSON.stringify(actor) === JSON.stringify(asked.session.actor)) return;
      await writer.call('saveActor', actor);
      if (kept === asked) await begin({ ...asked, session: { ...asked.session, actor } });
    },
    end: (reason, token) => {
      if (kept?.token !== token) return;
      if (reason.code === 'ACCOUNT_DISABLED') {
        const { jobNumber } = kept.session.actor;
        writer
          .call('deleteCredential', jobNumber)
          .catch((error: unknown) => options.onFault('credential not deleted', error));
      }
      drop(reason);
    },
    resume: (stored) => {
      if (!stored || nowMs() - Date.parse(stored.seenAt) > RESUME_MS) return;
      const parsed = keptSchema.safeParse(JSON.parse(stored.session));
      if (!parsed.success || leaseEnded(parsed.data)) return;
      kept = parsed.data;
      options.onChange(kept.session, null);
    },
    heartbeat: () => {
      if (!kept) return;
      if (leaseEnded(kept)) return drop(failure('OFFLINE_LEASE_ENDED'));
      writer
        .call('touchSession', instant(nowMs()))
        .catch((error: unknown) => options.onFault('session not touched', error));
    },
  };
}
