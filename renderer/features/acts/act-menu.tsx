import { DownOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { describeFailure } from '../../../shared/failure.ts';
import { usePopover } from '../orders/use-popover.ts';
import type { FormAct } from './form-acts.ts';
import type { Offer, Offers } from './offers.ts';
import { TEXT } from './text.ts';

export interface ActMenuProps extends Pick<Offers, 'rare' | 'barred' | 'foreign'> {
  readonly onStart: (type: FormAct) => void;
}

/** 更多: what is seldom needed, and what can't be done now with the reason and the article. */
export function ActMenu({ rare, barred, foreign, onStart }: ActMenuProps): ReactNode {
  const popover = usePopover();
  const content = (
    <div className="act-menu">
      {rare.length > 0 && (
        <ul className="act-menu-list">
          {rare.map(({ type, name }) => (
            <li key={type}>
              <Button
                type="text"
                size="small"
                onClick={() => {
                  popover.onOpenChange(false);
                  onStart(type);
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {barred.length > 0 && (
        <section aria-label={TEXT.cannot}>
          <h4>{TEXT.cannot}</h4>
          <ul className="act-menu-barred">
            {barred.map((offer) => (
              <Barred key={offer.type} offer={offer} />
            ))}
          </ul>
        </section>
      )}
      {foreign.length > 0 && <p className="order-faint">{TEXT.others(foreign.map(({ name }) => name).join('、'))}</p>}
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false} {...popover} destroyOnHidden>
      <Button aria-label={TEXT.moreLabel} aria-expanded={popover.open}>
        {TEXT.more}
        <DownOutlined aria-hidden />
      </Button>
    </Popover>
  );
}

function Barred({ offer: { name, objection } }: { offer: Offer }): ReactNode {
  if (!objection) return null;
  const { sentence, article } = describeFailure(objection);
  return (
    <li>
      <span className="act-menu-name">
        <StopOutlined aria-hidden /> {name}
      </span>
      <span className="order-faint">
        {sentence}
        {article && TEXT.basis(article)}
      </span>
    </li>
  );
}
