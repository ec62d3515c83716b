import type { ChordProblem } from '../../keys/chord.ts';

export const TEXT = {
  screen: '设置',
  look: '外观',
  lookOf: '明暗',
  themes: { light: '浅色', dark: '深色', system: '跟随系统' },
  themeHelp: '深色适合夜班和大屏。',
  sound: '来电声音',
  ring: '来电时播放提示音',
  ringHelp: '话机另有振铃时可以关闭。',
  tryRing: '试听',
  keys: '快捷键',
  keysHelp: '点击要改的键，再按下新的组合。重复的组合不会被接受。',
  recording: '请按新的组合，Esc 取消',
  change: '修改',
  restore: '恢复默认',
  restoreAll: '全部恢复默认',
  about: '关于',
  version: '版本',
  desk: '座席',
  centre: '中心',
  centreUrl: '中心地址',
  demo: '演示环境',
  account: '登录工号',
  lease: '可离线使用至',
  searchKeys: '筛选操作',
} as const;

export const CHORD_PROBLEMS: Readonly<Record<ChordProblem | 'unreadable', string>> = {
  reserved: '这个组合留给系统、浏览器或文字编辑，请换一个',
  needsModifier: '请与 Ctrl 或 Alt 同按，或使用功能键，以免打字时误触',
  unreadable: '没有认出这个组合，请再按一次',
};

/** @param by label of the action that holds the chord */
export function takenText(chord: string, by: string): string {
  return `${chord} 已用于“${by}”，请先改那一项或换一个组合`;
}
