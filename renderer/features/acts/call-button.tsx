import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CallRef } from '../../../shared/domain/call.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { may } from '../../../shared/domain/people.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useLive } from '../../data/live.ts';
import { useDeed } from '../../data/use-deed.ts';
import { callOfNow } from '../orders/detail/call-ref.ts';
import { agentHindrance } from '../softphone/abilities.ts';
import { dialable } from '../softphone/dialable.ts';
import { useTelephony } from '../softphone/use-telephony.ts';
import { TEXT } from './text.ts';

export interface CallButtonProps {
  readonly order: Order;
  readonly onCalled: (call: CallRef) => void;
}

/** Rings the caller through the softphone bar. The number has to be seen in clear for that, which is put on record. T15, H19. */
export function CallButton({ order, onCalled }: CallButtonProps): ReactNode {
  const { view, send } = useTelephony();
  const permitted = useLive(({ session }) => session !== null && may(session.actor, 'personal.reveal'));
  const { busy, failure, act } = useDeed();
  const lacking = order.request.caller.phone === '' ? TEXT.noPhone : null;
  const hindrance = lacking ?? agentHindrance(view, 'dial');
  if (!permitted) return null;

  const call = (): Promise<boolean> =>
    act(async (desk) => {
      const revealed = await desk.orders.reveal({ id: order.id, where: TEXT.revealedFor });
      const number = dialable(revealed.order.request.caller.phone);
      if (!number || !(await send({ type: 'dial', number, label: TEXT.callee }))) return;
      const made = callOfNow(useLive.getState().telephony);
      if (made) onCalled(made);
    });
  return (
    <>
      <Button
        size="small"
        icon={<PhoneOutlined aria-hidden />}
        loading={busy}
        disabled={hindrance !== null}
        title={hindrance ?? TEXT.callLogged}
        onClick={() => void call()}
      >
        {TEXT.call}
      </Button>
      {hindrance && <span className="order-faint">{hindrance}</span>}
      {failure && <FailureNote failure={failure} look="line" />}
    </>
  );
}
