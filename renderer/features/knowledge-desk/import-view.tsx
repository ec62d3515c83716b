import { InboxOutlined, UploadOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import { articleTree } from '../../../shared/domain/article-text.ts';
import { ARTICLE_KIND_NAMES } from '../../../shared/domain/article.ts';
import { articleIdSchema, uuidV7, type UnitId } from '../../../shared/domain/ids.ts';
import type { ImportReport } from '../../../shared/domain/knowledge/import-report.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { base64Of } from '../../components/files.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useLive } from '../../data/live.ts';
import { useDeed } from '../../data/use-deed.ts';
import { UnitField } from '../acts/unit-field.tsx';
import { ArticleFiles } from '../knowledge/article-files.tsx';
import { RichTextView } from '../knowledge/rich-text-view.tsx';
import { IMPORT_TEXT } from './import-text.ts';
import { TEXT } from './text.ts';
import { useDeskCommand } from './use-desk-command.ts';

const ACCEPTED = '.docx,.xlsx,.html,.htm,.txt,.md';

/** 导入: a file is read at this desk, shown as what was understood of it, and becomes drafts only when somebody says so. */
export function ImportView({ onImported }: { onImported: () => void }): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const unitName = useUnitNames();
  const input = useRef<HTMLInputElement>(null);
  const command = useDeskCommand();
  const [name, setName] = useState('');
  const [report, setReport] = useState<ImportReport | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [unitId, setUnitId] = useState<UnitId | null>(null);
  const { busy, failure, act } = useDeed();
  const owner = actor && !edits(actor) ? actor.unitId : unitId;

  const read = (file: File): Promise<boolean> => {
    setReport(null);
    setLeft(new Set());
    setName(file.name);
    return act(async ({ knowledgeDesk }) => {
      const base64 = await base64Of(file);
      setReport(await knowledgeDesk.readFile({ name: file.name.slice(-120), base64 }));
    });
  };
  const take = async (): Promise<void> => {
    for (const [at, draft] of (report?.drafts ?? []).entries()) {
      if (left.has(at)) continue;
      const articleId = articleIdSchema.parse(uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
      const text = { ...draft, unitId: owner ?? draft.unitId };
      const payload = { articleId, seen: 0, base: 0, text, change: IMPORT_TEXT.from(name) };
      if (!(await command.say({ type: 'article.write', payload }))) return;
      // What has become a draft is not made one again where a later one fails.
      setLeft((before) => new Set([...before, at]));
    }
    onImported();
  };
  const chosen = (report?.drafts.length ?? 0) - left.size;
  return (
    <div className="work-panel kd-import">
      <div className="work-panel-head">
        <Button icon={<UploadOutlined aria-hidden />} loading={busy} onClick={() => input.current?.click()}>
          {IMPORT_TEXT.choose}
        </Button>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={IMPORT_TEXT.choose}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file);
            target.value = '';
          }}
        />
        <span className="order-faint">{IMPORT_TEXT.hint}</span>
      </div>
      {failure && <FailureNote failure={failure} />}
      {command.failure && <FailureNote failure={command.failure} />}
      {!report && !failure && <EmptyState icon={<InboxOutlined aria-hidden />} text={IMPORT_TEXT.empty} />}
      {report && (
        <section aria-label={IMPORT_TEXT.report} className="kd-report">
          <h3 className="kd-head">{IMPORT_TEXT.understood(name, report.drafts.length)}</h3>
          <ul className="kd-versions">
            {report.understood.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {report.leftOut.map((line) => (
              <li key={line} className="work-near">
                <WarningOutlined aria-hidden /> {line}
              </li>
            ))}
          </ul>
          {actor && edits(actor) && (
            <UnitField
              label={TEXT.owner}
              aside={IMPORT_TEXT.ownerHint}
              value={unitId}
              error={undefined}
              onChange={setUnitId}
            />
          )}
          {[...report.drafts.entries()].map(([at, draft]) => (
            <details key={at} className="kd-imported">
              <summary>
                <Checkbox
                  checked={!left.has(at)}
                  aria-label={draft.title}
                  onChange={({ target }) =>
                    setLeft(target.checked ? new Set([...left].filter((one) => one !== at)) : new Set([...left, at]))
                  }
                />{' '}
                <b>{draft.title}</b>{' '}
                <span className="order-faint">
                  {ARTICLE_KIND_NAMES[draft.kind]} · {draft.unitId ? unitName(draft.unitId) : TEXT.centre}
                </span>
              </summary>
              <article className="kn-article">
                <RichTextView text={articleTree(draft)} onArticle={() => undefined} />
                <ArticleFiles files={draft.files ?? []} />
              </article>
            </details>
          ))}
          <div className="act-buttons">
            <Button type="primary" disabled={chosen === 0} loading={command.busy} onClick={() => void take()}>
              {IMPORT_TEXT.take(chosen)}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
