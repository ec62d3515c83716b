// A worker thread that can be made to fail in every way, for the tests of its owner's side.
import { fail } from '../../shared/failure.ts';
import { serve } from '../threads/serve.ts';

const api = {
  echo: (text: string) => text,
  never: () => new Promise<string>(() => undefined),
  refuse: () => fail('STORE_FULL'),
  stumble: (secret: string): string => {
    throw new TypeError(`不该写进日志：${secret}`);
  },
  die: (): string => process.exit(3),
};
export type MortalApi = typeof api;

serve((outlet) => ({
  ...api,
  time: () => outlet.nowMs(),
  announce: () => {
    outlet.changed(['orders']);
  },
}));
