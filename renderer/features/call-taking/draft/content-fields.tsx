import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useKey } from '../../../keys/keys.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';
import { MissingFacts, UrgencyOffer } from './offers.tsx';

/** The contract's longest 诉求内容; the count is shown from here on. */
const LONGEST = 4000;
const COUNTED_FROM = 3500;

/** 诉求内容 and 诉求目的: where the hand is most of the time. */
export function ContentFields({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const content = useEntry(({ form }) => form.content);
  const wish = useEntry(({ form }) => form.wish);
  useKey('content', () => focusField('content'), active);
  return (
    <>
      <Field
        name="content"
        required
        action="content"
        className="ct-content"
        aside={
          <>
            <UrgencyOffer active={active} />
            {content.length >= COUNTED_FROM && (
              <span className="ct-count num">
                {content.length} / {LONGEST}
              </span>
            )}
          </>
        }
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={content}
            maxLength={10_000}
            rows={3}
            placeholder={DRAFT.contentPlaceholder}
            onChange={(event) => edit({ content: event.target.value }, 'content', 'continuation')}
          />
        )}
      </Field>
      <Field name="wish" aside={<MissingFacts />}>
        {(control) => (
          <Input
            {...control}
            value={wish}
            maxLength={2000}
            placeholder={DRAFT.wishPlaceholder}
            onChange={(event) => edit({ wish: event.target.value }, 'wish')}
          />
        )}
      </Field>
    </>
  );
}
