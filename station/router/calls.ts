import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** Calls and recordings are the centre's: the desk carries question and answer and keeps nothing of them. */
export function callRoutes(os: Procedures, backend: Backend) {
  const { onTelephony } = backend;
  const { calls } = backend.client;
  const atCentre = asking(backend);

  return {
    list: os.calls.list.handler(({ input }) => atCentre(() => calls.list(input))),
    figures: os.calls.figures.handler(({ input }) => atCentre(() => calls.figures(input))),
    get: os.calls.get.handler(({ input }) => atCentre(() => calls.get(input))),
    ofOrder: os.calls.ofOrder.handler(({ input }) => atCentre(() => calls.ofOrder(input))),
    reveal: os.calls.reveal.handler(({ input }) => atCentre(() => calls.reveal(input))),
    missed: os.calls.missed.handler(() => atCentre(() => calls.missed())),
    claim: os.calls.claim.handler(({ input }) => atCentre(() => calls.claim(input))),
    release: os.calls.release.handler(({ input }) => atCentre(() => calls.release(input))),
    callBack: os.calls.callBack.handler(async ({ input }) => {
      const view = await atCentre(() => calls.callBack(input));
      onTelephony(view);
      return view;
    }),
    drop: os.calls.drop.handler(({ input }) => atCentre(() => calls.drop(input))),
    blocks: os.calls.blocks.handler(() => atCentre(() => calls.blocks())),
    proposeBlock: os.calls.proposeBlock.handler(({ input }) => atCentre(() => calls.proposeBlock(input))),
    decideBlock: os.calls.decideBlock.handler(({ input }) => atCentre(() => calls.decideBlock(input))),
    liftBlock: os.calls.liftBlock.handler(({ input }) => atCentre(() => calls.liftBlock(input))),
    openRecording: os.calls.openRecording.handler(({ input }) => atCentre(() => calls.openRecording(input))),
    readRecording: os.calls.readRecording.handler(({ input }) => atCentre(() => calls.readRecording(input))),
    looks: os.calls.looks.handler(({ input }) => atCentre(() => calls.looks(input))),
    purges: os.calls.purges.handler(() => atCentre(() => calls.purges())),
    settings: os.calls.settings.handler(() => atCentre(() => calls.settings())),
    announcements: os.calls.announcements.handler(() => atCentre(() => calls.announcements())),
    setSettings: os.calls.setSettings.handler(({ input }) => atCentre(() => calls.setSettings(input))),
    setSkills: os.calls.setSkills.handler(({ input }) => atCentre(() => calls.setSkills(input))),
  };
}
