import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { useKey, useTip } from '../../keys/keys.ts';
import { PrintDialog } from './print-dialog.tsx';
import { TEXT } from './text.ts';

export interface PrintButtonProps {
  readonly orderId: OrderId;
  /** The screen is the one in front: its key answers. */
  readonly inFront: boolean;
}

/** 打印 beside an order's number. */
export function PrintButton({ orderId, inFront }: PrintButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  useKey('print', () => setOpen(true), inFront && !open);
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<PrinterOutlined aria-hidden />}
        aria-label={TEXT.open}
        title={useTip('print', TEXT.open)}
        onClick={() => setOpen(true)}
      />
      {open && <PrintDialog orderId={orderId} onClose={() => setOpen(false)} />}
    </>
  );
}
