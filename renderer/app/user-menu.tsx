import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { DEFAULT_ROLES } from '../../shared/domain/people.ts';
import { msOf } from '../../shared/instant.ts';
import { exactTime } from '../components/times.ts';
import { useLive } from '../data/live.ts';
import { ChangePassword } from '../features/session/change-password.tsx';
import { SignOut } from '../features/session/sign-out.tsx';
import { TEXT } from '../features/session/text.ts';
import { useChord, useKey } from '../keys/keys.ts';
import { useNavigation } from './navigation.ts';

/** Who is signed in, and what concerns only them. */
export function UserMenu(): ReactNode {
  const holder = useLive((live) => live.holder);
  const go = useNavigation((navigation) => navigation.go);
  const chord = useChord('goMine');
  useKey('goMine', () => go('mine'), holder !== null);
  const [dialog, setDialog] = useState<'password' | 'signOut' | null>(null);
  if (!holder) return null;
  const { actor, kind, leaseUntil } = holder;
  const roles = actor.roles.map((role) => DEFAULT_ROLES[role].name).join('、');
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <span className="user-facts">
                  <strong>{actor.name}</strong> {roles}
                  {kind === 'offline' && (
                    <span>{TEXT.offlineSessionWhy(exactTime(msOf(leaseUntil)).slice(0, 16))}</span>
                  )}
                </span>
              ),
            },
            { key: 'password', label: TEXT.changePassword, disabled: kind === 'offline' },
            { key: 'mine', label: `我的工作（${chord}）` },
            { key: 'settings', label: '设置' },
            { type: 'divider' },
            { key: 'signOut', label: TEXT.signOut },
          ],
          onClick: ({ key }) => {
            if (key === 'settings' || key === 'mine') go(key);
            else if (key === 'password' || key === 'signOut') setDialog(key);
          },
        }}
      >
        <button
          type="button"
          className="bar-button user-button"
          aria-haspopup="menu"
          aria-label={`${actor.name}，账号菜单`}
        >
          <span className="num">{actor.jobNumber}</span>
          <span className="user-name">{actor.name}</span>
          <DownOutlined className="user-caret" aria-hidden />
        </button>
      </Dropdown>
      {dialog === 'signOut' && <SignOut onClose={() => setDialog(null)} />}
      {dialog === 'password' && <ChangePassword onClose={() => setDialog(null)} />}
    </>
  );
}
