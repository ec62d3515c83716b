import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { failureOf } from '../data/failure-of.ts';

interface Props {
  /** What broke, for the reader: 工单, 受理. */
  readonly name: string;
  readonly children: ReactNode;
}

/**
 * Keeps a broken screen from taking the others along: the softphone bar and the other screens go on. Drafts lie in the
 * station, not here; reading the screen again finds them.
 */
export class ErrorBoundary extends Component<Props, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    return { failure: failureOf(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(this.state.failure?.reference, error, info.componentStack);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <div className="broken">
        <h2>“{this.props.name}”暂时无法显示</h2>
        <FailureNote failure={failure}>
          <Button size="small" type="primary" onClick={() => this.setState({ failure: null })}>
            重新打开
          </Button>
        </FailureNote>
        <p className="muted">已写的内容存在本机，重新打开后仍在。通话不受影响，其他页面可照常使用。</p>
      </div>
    );
  }
}
