import type { ReactNode } from 'react';

const LINE_WIDTHS = ['92%', '78%', '86%', '64%', '88%', '72%'] as const;

function lines(count: number): readonly { key: string; width: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `line-${index}`,
    width: LINE_WIDTHS[index % LINE_WIDTHS.length] ?? '80%',
  }));
}

/** Lines of text to come. */
export function TextSkeleton({ rows = 3, label = '正在读取' }: { rows?: number; label?: string }): ReactNode {
  return (
    <output className="skeleton-text" aria-label={label}>
      {lines(rows).map(({ key, width }) => (
        <span key={key} className="skeleton" style={{ width }} />
      ))}
    </output>
  );
}

/** Rows of a list to come: a title line and a fainter second one, each row `height` px high. */
export function ListSkeleton({ rows = 6, height = 56 }: { rows?: number; height?: number }): ReactNode {
  return (
    <output className="skeleton-list" aria-label="正在读取列表">
      {lines(rows).map(({ key, width }) => (
        <span key={key} className="skeleton-row" style={{ height }}>
          <span className="skeleton" style={{ width: '38%' }} />
          <span className="skeleton skeleton-faint" style={{ width }} />
        </span>
      ))}
    </output>
  );
}

/** Labelled fields to come. */
export function FormSkeleton({ fields = 5 }: { fields?: number }): ReactNode {
  return (
    <output className="skeleton-list" aria-label="正在读取表单">
      {lines(fields).map(({ key }) => (
        <span key={key} className="skeleton-field">
          <span className="skeleton skeleton-faint" style={{ width: 72 }} />
          <span className="skeleton" style={{ width: '100%', height: 32 }} />
        </span>
      ))}
    </output>
  );
}
