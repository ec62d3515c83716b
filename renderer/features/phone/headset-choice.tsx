import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { canHearHeadset, chooseHeadset, knownHeadsets } from './headset.ts';
import { TEXT } from './text.ts';

/** Lets this page hear a headset's button, where the browser can. */
export function HeadsetChoice(): ReactNode {
  const words = TEXT.settings;
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    knownHeadsets().then(
      ([name]) => setSaid(name === undefined ? null : words.connected(name)),
      (error: unknown) => console.warn('headsets are not known', error),
    );
  }, [words]);
  if (!canHearHeadset()) return <span className="faint">{words.buttonNone}</span>;
  const choose = async (): Promise<void> => {
    const name = await chooseHeadset().catch(() => null);
    setSaid(name === null ? words.buttonNotChosen : words.connected(name));
  };
  return (
    <>
      {said && <span className="faint ellipsis">{said}</span>}
      <Button size="small" onClick={() => void choose()}>
        {words.connect}
      </Button>
    </>
  );
}
