import type { ReactNode } from 'react';
import { FormSkeleton, ListSkeleton } from '../components/skeletons.tsx';
import './shell.css';

/** The screens' outline while the station says who is signed in. */
export function ShellSkeleton(): ReactNode {
  return (
    <div className="shell" aria-busy="true" aria-label="正在启动">
      <div className="rail" />
      <div className="top-bar">
        <span className="skeleton" style={{ width: 132, height: 32 }} />
      </div>
      <div className="shell-main shell-skeleton">
        <ListSkeleton rows={6} />
        <FormSkeleton fields={6} />
        <ListSkeleton rows={6} />
      </div>
      <div className="status-bar" />
    </div>
  );
}
