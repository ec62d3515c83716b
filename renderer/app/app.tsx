import { DownOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { LoadingOutlined } from '@ant-design/icons';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useLive } from '../data/live.ts';
import { followPreferences, usePreferences } from '../data/preferences.ts';
import { useDesk } from '../data/use-desk.ts';
import { SignInPage } from '../features/session/sign-in-page.tsx';
import { useWindowTitle } from '../features/softphone/incoming.ts';
import { useWallMode } from '../features/wall/wall-mode.ts';
import { styleNonce } from '../host.ts';
import { antdThemeOf, applyLook, useCalm, useLook } from '../theme/theme.ts';
import { DemoLine } from './demo-line.tsx';
import { Shell } from './shell.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';

/** The look, and whichever of the three there is to show: the wait for the station, 登录, or the screens. */
export function App(): ReactNode {
  const known = useLive((live) => live.known);
  const holder = useLive((live) => live.holder);
  usePreferencesOf(holder?.actor.accountId ?? null);
  return (
    <Look>
      <DemoLine />
      {holder ? <Shell key={holder.actor.accountId} holder={holder} /> : known ? <SignInPage /> : <ShellSkeleton />}
    </Look>
  );
}

/** antd's own signs are announced in English; what they are for is said already. */
const ARROW = { suffixIcon: <DownOutlined aria-hidden /> } as const;
const EYE = {
  iconRender: (visible: boolean) => (visible ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />),
} as const;

/** No gap between two characters, and an icon that does not say “loading” to a screen reader in the midst of Chinese. */
const BUTTONS = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> };

/** antd in this program's look, Chinese, with the page's nonce for the styles it writes. */
export function Look({ children }: { children: ReactNode }): ReactNode {
  const own = useLook(usePreferences(({ theme }) => theme));
  // A wall is dark, whatever the person who opened it works by.
  const look = useWallMode(({ on }) => on) ? 'dark' : own;
  const calm = useCalm();
  const theme = useMemo(() => antdThemeOf(look, calm), [look, calm]);
  const csp = useMemo(() => ({ nonce: styleNonce() }), []);
  useEffect(() => applyLook(look), [look]);
  useWindowTitle(calm);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={csp}
      button={BUTTONS}
      select={ARROW}
      cascader={ARROW}
      inputPassword={EYE}
    >
      <AntdApp component={false}>{children}</AntdApp>
    </ConfigProvider>
  );
}

function usePreferencesOf(accountId: string | null): void {
  const desk = useDesk();
  useEffect(() => (accountId === null ? undefined : followPreferences(desk)), [desk, accountId]);
}
