import {
  BoldOutlined,
  OrderedListOutlined,
  PictureOutlined,
  SoundOutlined,
  TableOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button, Select } from 'antd';
import { baseKeymap, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Node as ProseNode } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, type Command } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { ArticleId, AttachmentId } from '../../../shared/domain/ids.ts';
import type { ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { NO_FILTERS } from '../knowledge/knowledge-filters.tsx';
import { useKnowledge } from '../knowledge/use-knowledge.ts';
import { EDITOR_TEXT } from './editor-text.ts';
import { pictureNode } from './picture-node.ts';
import { picturePlaces, SCHEMA } from './rich-schema.ts';

export interface RichEditorProps {
  readonly initial: ProseNode;
  readonly onChange: (doc: ProseNode) => void;
  /** Keeps files that were chosen, pasted or dropped into the text. @returns the pictures among them */
  readonly onFiles: (files: readonly File[]) => Promise<readonly ArticleFile[]>;
  /** A picture as an address of this window's own. */
  readonly load: (id: AttachmentId) => Promise<string>;
  readonly ref: Ref<RichEditorHandle>;
}

/** What the list of files beside the text does to it. */
export interface RichEditorHandle {
  readonly place: (file: ArticleFile) => void;
  /** Takes its pictures out. */
  readonly takeOut: (id: AttachmentId) => void;
}

const { paragraph, heading, say, bullet_list, ordered_list, list_item, table, table_row, table_header, table_cell } =
  SCHEMA.nodes;
const { picture } = SCHEMA.nodes;
const { strong, article, phone } = SCHEMA.marks;

/** A command that does nothing, where the schema has no such thing: the types cannot know that it has. */
const NOTHING: Command = () => false;
const block = (type: typeof paragraph, attrs: { level: number } | null = null): Command =>
  type ? setBlockType(type, attrs) : NOTHING;
const list = (type: typeof bullet_list): Command => (type ? wrapInList(type) : NOTHING);
const BOLD: Command = strong ? toggleMark(strong) : NOTHING;

const KEYS = keymap({
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-b': BOLD,
  'Mod-Alt-2': block(heading, { level: 2 }),
  'Mod-Alt-3': block(heading, { level: 3 }),
  'Mod-Alt-0': block(paragraph),
  'Mod-Alt-q': block(say),
  Enter: list_item ? splitListItem(list_item) : NOTHING,
  Tab: goToNextCell(1),
  'Shift-Tab': (state, dispatch, view) =>
    goToNextCell(-1)(state, dispatch, view) || (list_item ? liftListItem(list_item)(state, dispatch, view) : false),
});

const RULES = inputRules({
  rules: [
    ...(heading
      ? [
          textblockTypeInputRule(/^#\s$/, heading, { level: 2 }),
          textblockTypeInputRule(/^##\s$/, heading, { level: 3 }),
        ]
      : []),
    ...(bullet_list ? [wrappingInputRule(/^[-*]\s$/, bullet_list)] : []),
    ...(ordered_list ? [wrappingInputRule(/^1[.、]\s?$/, ordered_list)] : []),
    ...(say ? [textblockTypeInputRule(/^>\s$/, say)] : []),
  ],
});

/** A table of two columns with a named head, put in at the cursor. */
const insertTable: Command = (state, dispatch) => {
  if (!table || !table_row || !table_header || !table_cell || !paragraph) return false;
  const row = (cell: typeof table_cell): ProseNode =>
    table_row.create(
      null,
      [0, 1].map(() => cell.create(null, paragraph.create())),
    );
  dispatch?.(state.tr.replaceSelectionWith(table.create(null, [row(table_header), row(table_cell), row(table_cell)])));
  return true;
};

const markPhone: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  const number = state.doc.textBetween(from, to).trim();
  if (!phone || !/^[0-9+*#][0-9+*# -]{1,29}$/.test(number)) return false;
  dispatch?.(state.tr.addMark(from, to, phone.create({ number })));
  return true;
};

/** The text of an article, written with the keyboard: what can be said is what the buttons say, and nothing else. */
export function RichEditor({ initial, onChange, onFiles, load, ref }: RichEditorProps): ReactNode {
  const view = useRef<EditorView | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const told = useRef({ onChange, onFiles, load });
  useLayoutEffect(() => {
    told.current = { onChange, onFiles, load };
  });
  const putIn = (file: ArticleFile): void => {
    const { current } = view;
    if (!current || !picture) return;
    const says = file.name.replace(/\.[a-z]+$/i, '');
    current.dispatch(current.state.tr.replaceSelectionWith(picture.create({ fileId: file.id, says })).scrollIntoView());
    current.focus();
  };
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of await told.current.onFiles(files)) putIn(file);
  };
  useImperativeHandle(ref, () => ({
    place: putIn,
    takeOut: (id) => {
      const { current } = view;
      if (!current) return;
      const { tr } = current.state;
      for (const at of picturePlaces(current.state.doc, id)) tr.delete(at, at + 1);
      if (tr.docChanged) current.dispatch(tr);
    },
  }));
  const takeFiles = (given: FileList | undefined): boolean => {
    const files = [...(given ?? [])];
    if (files.length > 0) void take(files);
    return files.length > 0;
  };
  const [mount] = useState(() => (place: HTMLDivElement | null) => {
    if (!place) {
      view.current?.destroy();
      view.current = null;
      return;
    }
    const plugins = [RULES, KEYS, keymap(baseKeymap), history(), tableEditing()];
    view.current = new EditorView(place, {
      state: EditorState.create({ doc: initial, plugins }),
      attributes: {
        class: 'kd-prose kn-article',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': EDITOR_TEXT.body,
      },
      dispatchTransaction: (transaction) => {
        const { current } = view;
        if (!current) return;
        current.updateState(current.state.apply(transaction));
        if (transaction.docChanged) told.current.onChange(current.state.doc);
      },
      nodeViews: { picture: pictureNode((id) => told.current.load(id)) },
      handlePaste: (_, event) => takeFiles(event.clipboardData?.files),
      handleDrop: (_, event) => takeFiles(event.dataTransfer?.files),
    });
  });
  const run = (command: Command) => () => {
    const { current } = view;
    if (!current) return;
    command(current.state, current.dispatch.bind(current), current);
    current.focus();
  };
  return (
    <div className="kd-editor">
      <div className="kd-tools" role="toolbar" aria-label={EDITOR_TEXT.tools}>
        <Button size="small" onClick={run(block(heading, { level: 2 }))} title={EDITOR_TEXT.headingHint}>
          {EDITOR_TEXT.heading}
        </Button>
        <Button size="small" onClick={run(block(paragraph))}>
          {EDITOR_TEXT.paragraph}
        </Button>
        <Button
          size="small"
          icon={<BoldOutlined aria-hidden />}
          aria-label={EDITOR_TEXT.bold}
          title={EDITOR_TEXT.boldHint}
          onClick={run(BOLD)}
        />
        <Button
          size="small"
          icon={<UnorderedListOutlined aria-hidden />}
          aria-label={EDITOR_TEXT.bullets}
          title={EDITOR_TEXT.bulletsHint}
          onClick={run(list(bullet_list))}
        />
        <Button
          size="small"
          icon={<OrderedListOutlined aria-hidden />}
          aria-label={EDITOR_TEXT.numbers}
          title={EDITOR_TEXT.numbersHint}
          onClick={run(list(ordered_list))}
        />
        <Button size="small" icon={<TableOutlined aria-hidden />} onClick={run(insertTable)}>
          {EDITOR_TEXT.table}
        </Button>
        <Button
          size="small"
          icon={<PictureOutlined aria-hidden />}
          title={EDITOR_TEXT.pictureHint}
          onClick={() => picker.current?.click()}
        >
          {EDITOR_TEXT.picture}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".png,.jpg,.jpeg,.gif,.webp"
          multiple
          hidden
          aria-label={EDITOR_TEXT.picture}
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <Button size="small" icon={<SoundOutlined aria-hidden />} title={EDITOR_TEXT.sayHint} onClick={run(block(say))}>
          {EDITOR_TEXT.say}
        </Button>
        <Button size="small" title={EDITOR_TEXT.phoneHint} onClick={run(markPhone)}>
          {EDITOR_TEXT.phone}
        </Button>
        <LinkPicker
          onPick={(id, title) =>
            run((state, dispatch) => {
              if (!article) return false;
              const mark = article.create({ id });
              const { from, to, empty } = state.selection;
              dispatch?.(empty ? state.tr.insert(from, SCHEMA.text(title, [mark])) : state.tr.addMark(from, to, mark));
              return true;
            })()
          }
        />
      </div>
      <div ref={mount} />
    </div>
  );
}

/** Another article, to be linked at the cursor or over what is selected. */
function LinkPicker({ onPick }: { onPick: (id: ArticleId, title: string) => void }): ReactNode {
  const [query, setQuery] = useState('');
  const { hits } = useKnowledge({ query, filters: NO_FILTERS, limit: 10 });
  return (
    <Select<ArticleId>
      size="small"
      className="kd-link-picker"
      aria-label={EDITOR_TEXT.link}
      placeholder={EDITOR_TEXT.link}
      value={null}
      showSearch={{ filterOption: false, onSearch: setQuery }}
      options={hits.map(({ articleId, title }) => ({ value: articleId, label: title }))}
      onChange={(id: ArticleId) => {
        const hit = hits.find(({ articleId }) => articleId === id);
        if (hit) onPick(id, hit.title);
      }}
    />
  );
}
