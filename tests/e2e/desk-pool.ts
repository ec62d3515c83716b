import { asWindow } from '../support/as-window.ts';
import { startTestDesk, type TestDesk } from '../support/desk.ts';
import { layWire, type Wire } from '../support/wire.ts';

/** A desk with a wire of its own to the centre. */
export interface WiredDesk {
  readonly desk: TestDesk;
  readonly wire: Wire;
  readonly name: string;
}

/**
 * The desks of a hall: one person leaves, the next sits down at the same desk, as the program means it. Starting a desk
 * for each person of each test was what end-to-end tests mostly did.
 */
export interface DeskPool {
  /**
   * A desk that somebody has left, or else a new one.
   * @param unused only a new one will do: a desk remembers who has worked there
   */
  readonly take: (name: string, unused: boolean) => Promise<WiredDesk>;
  /** Signs out whoever sits there. A desk that still has something to send is not given to anybody else. */
  readonly giveBack: (desk: WiredDesk) => Promise<void>;
  /** For one that was cut off, killed or seen to fail: what it would do next is another test's. */
  readonly scrap: (desk: WiredDesk) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Each holds some 300 MB. */
const MOST_IDLE = 5;

/** @param centreUrl the centre all of them belong to */
export function openDeskPool(centreUrl: string): DeskPool {
  const idle: WiredDesk[] = [];

  async function scrap({ desk, wire }: WiredDesk): Promise<void> {
    await desk.stop();
    await wire.stop();
  }

  return {
    take: async (name, unused) => {
      const at = Math.max(
        0,
        idle.findIndex((each) => each.name === name),
      );
      const [left] = unused ? [] : idle.splice(at, 1);
      if (left) return left;
      const wire = await layWire(centreUrl);
      return { desk: await startTestDesk(wire.url, name), wire, name };
    },
    giveBack: async (left) => {
      const { unsent } = await asWindow(await left.desk.address(), (desk) => desk.session.signOut());
      if (unsent > 0 || idle.length >= MOST_IDLE) await scrap(left);
      else idle.push(left);
    },
    scrap,
    close: async () => {
      for (const desk of idle.splice(0)) await scrap(desk);
    },
  };
}
