import { implement } from '@orpc/server';
import type { RequestHeadersPluginContext } from '@orpc/server/plugins';
import { central } from '../../shared/contract/central.ts';
import { failure } from '../../shared/failure.ts';

/** A centre that shows its calls to nobody. */
export function noCalls() {
  const os = implement(central.calls).$context<RequestHeadersPluginContext>();
  const none = ({ errors }: { errors: { FAILURE: (told: { data: ReturnType<typeof failure> }) => Error } }): never => {
    throw errors.FAILURE({ data: failure('NOT_PERMITTED') });
  };
  return os.router({
    list: os.list.handler(none),
    figures: os.figures.handler(none),
    get: os.get.handler(none),
    ofOrder: os.ofOrder.handler(none),
    reveal: os.reveal.handler(none),
    missed: os.missed.handler(none),
    claim: os.claim.handler(none),
    release: os.release.handler(none),
    callBack: os.callBack.handler(none),
    drop: os.drop.handler(none),
    blocks: os.blocks.handler(none),
    proposeBlock: os.proposeBlock.handler(none),
    decideBlock: os.decideBlock.handler(none),
    liftBlock: os.liftBlock.handler(none),
    openRecording: os.openRecording.handler(none),
    readRecording: os.readRecording.handler(none),
    looks: os.looks.handler(none),
    purges: os.purges.handler(none),
    settings: os.settings.handler(none),
    announcements: os.announcements.handler(none),
    setSettings: os.setSettings.handler(none),
    setSkills: os.setSkills.handler(none),
  });
}
