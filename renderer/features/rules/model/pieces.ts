import { CHANNEL_NAMES } from '../../../../shared/domain/channel.ts';
import { CATEGORY_NAMES } from '../../../../shared/domain/order.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { LIMIT_MODE_NAMES } from '../../../../shared/policy/values.ts';
import { ACT_NAMES, SAYS } from '../text.ts';
import { handlingPieces, replyingPieces } from './course-pieces.ts';
import { citedBy, type Cited, type Piece } from './piece.ts';

/** Everything a pack says besides its limits, in reading order. */
export function piecesOf(pack: Pack): readonly Piece[] {
  return [
    ...acceptingPieces(pack),
    ...channelPieces(pack),
    ...handlingPieces(pack),
    ...replyingPieces(pack),
    ...secrecyPieces(pack),
    ...supervisingPieces(pack),
    ...liabilityPieces(pack),
    ...paperPieces(pack),
    ...actPieces(pack),
    ...readingPieces(pack),
  ];
}

function acceptingPieces({ acceptance, refusalGrounds }: Pack): Piece[] {
  return [
    ...acceptance.map(({ id, name, categories, ...cited }): Piece => ({
      ...citedBy(cited),
      section: 'accepting',
      kind: SAYS.kinds,
      code: id,
      text: `${name}（${categories.map((category) => CATEGORY_NAMES[category]).join('、')}）`,
    })),
    ...refusalGrounds.map(({ name, sentence, ...cited }): Piece => ({
      ...citedBy(cited),
      section: 'accepting',
      kind: SAYS.grounds,
      text: name,
      readOut: sentence,
    })),
  ];
}

function channelPieces({ channels, channelAliases, modes }: Pack): Piece[] {
  const aliases = Object.entries(channelAliases);
  const named = (channel: string): string =>
    Object.entries(CHANNEL_NAMES).find(([key]) => key === channel)?.[1] ?? channel;
  return [
    ...channels.map(({ channel, ...cited }): Piece => {
      const alias = channelAliases[channel];
      const taken = alias ? `（${SAYS.alias('', CHANNEL_NAMES[alias])}）` : '';
      return {
        ...citedBy(cited),
        section: 'channels',
        kind: SAYS.channel,
        text: `${CHANNEL_NAMES[channel]}${taken}`,
      };
    }),
    ...aliases
      .filter(([from]) => !channels.some(({ channel }) => channel === from))
      .map(([from, to]): Piece => ({
        section: 'channels',
        kind: SAYS.channel,
        rule: null,
        article: null,
        text: SAYS.alias(named(from), named(to)),
      })),
    ...modes.map(({ mode, ...cited }): Piece => ({
      ...citedBy(cited),
      section: 'channels',
      kind: SAYS.mode,
      text: mode === 'urge' ? SAYS.urge : LIMIT_MODE_NAMES[mode],
    })),
  ];
}

function secrecyPieces({ secrecy }: Pack): Piece[] {
  if (!secrecy) return [];
  const piece = (kind: string, text: string): Piece => ({ ...citedBy(secrecy), section: 'secrecy', kind, text });
  return [
    ...(secrecy.accusedNeverSees ? [piece(SAYS.secrecy, SAYS.secrecyOf)] : []),
    ...(secrecy.recusal ? [piece(SAYS.recusal, SAYS.recusalOf)] : []),
    ...(secrecy.secretOnRequest ? [piece(SAYS.onRequest, SAYS.onRequestOf)] : []),
  ];
}

function supervisingPieces({ supervision }: Pack): Piece[] {
  const list = (kind: string, named: readonly ({ name: string } & Cited)[]): Piece[] =>
    named.map(({ name, ...cited }) => ({ ...citedBy(cited), section: 'supervising', kind, text: name }));
  return supervision ? [...list(SAYS.trigger, supervision.triggers), ...list(SAYS.form, supervision.forms)] : [];
}

function liabilityPieces({ liabilityFlags }: Pack): Piece[] {
  return liabilityFlags.map(({ id, name, kind, ...cited }) => ({
    ...citedBy(cited),
    section: 'liability',
    kind: SAYS.liability[kind],
    code: id,
    text: name,
  }));
}

function paperPieces({ reports, forms }: Pack): Piece[] {
  return [
    ...reports.map(({ name, every, dueWd, to, ...cited }): Piece => ({
      ...citedBy(cited),
      section: 'paper',
      kind: SAYS.report,
      text: `${name}：${SAYS.every[every]}${dueWd === null ? '' : SAYS.reportDue(dueWd)}${SAYS.reportTo(to)}`,
    })),
    ...forms.map(({ name, ...cited }): Piece => ({
      ...citedBy(cited),
      section: 'paper',
      kind: SAYS.paper,
      text: name,
    })),
  ];
}

/** Grouped by article, so that it is seen at a glance what each one stands behind. */
function actPieces({ acts, rules }: Pack): Piece[] {
  const groups = new Map<string, Piece>();
  for (const [act, { offered, ...cited }] of Object.entries(acts)) {
    const name = `${ACT_NAMES[act] ?? act}${offered ? '' : `（${SAYS.notOffered}）`}`;
    const key = `${cited.rule} ${cited.article}`;
    const before = groups.get(key);
    const text = before ? `${before.text}、${name}` : name;
    groups.set(key, { ...citedBy(cited), section: 'acts', kind: cited.article, text });
  }
  const place = ({ rule }: Piece): number => rules.findIndex(({ id }) => id === rule);
  return [...groups.values()].toSorted((left, right) => place(left) - place(right));
}

function readingPieces({ settings, changes }: Pack): Piece[] {
  const piece = (kind: string, text: string): Piece => ({
    section: 'readings',
    kind,
    rule: null,
    article: null,
    text,
  });
  return [
    piece(SAYS.receipt, settings.countReceiptDay ? SAYS.receiptCounts : SAYS.receiptNot),
    piece(SAYS.dayEnds, SAYS.dayEndsAt(settings.dayEnds)),
    piece(SAYS.hours, settings.hoursRun === 'always' ? SAYS.hoursAlways : SAYS.hoursWorking),
    piece(SAYS.before, settings.beforeDue === 'calendarDays' ? SAYS.beforeCalendar : SAYS.beforeWorking),
    piece(SAYS.clock, settings.clockDuringReturn === 'runs' ? SAYS.clockRuns : SAYS.clockStands),
    ...changes
      .toSorted((left, right) => right.version - left.version)
      .map(({ version, date, text }) => piece(SAYS.changes, `${SAYS.change(version, date)}：${text}`)),
  ];
}
