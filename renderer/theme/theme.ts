import { theme as antdTheme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import type { Preferences } from '../../shared/contract/desk.ts';
import { DARK, LIGHT, type Palette } from './palette.ts';

export type Look = 'light' | 'dark';

const FONTS =
  '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", system-ui, sans-serif';

const MONO = '"Cascadia Mono", "SF Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace';

const PALETTES: Readonly<Record<Look, Palette>> = { light: LIGHT, dark: DARK };

function tokens(palette: Palette): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: palette.accent,
    colorInfo: palette.accent,
    colorSuccess: palette.good,
    colorWarning: palette.warn,
    colorError: palette.bad,
    colorLink: palette.accentText,
    colorLinkHover: palette.accentText,
    colorTextBase: palette.text,
    colorBgBase: palette.surface,
    colorText: palette.text,
    colorTextSecondary: palette.textSoft,
    colorTextTertiary: palette.textFaint,
    colorTextPlaceholder: palette.textFaint,
    colorTextDescription: palette.textFaint,
    colorTextDisabled: palette.textFaint,
    colorBgLayout: palette.ground,
    colorBgContainer: palette.surface,
    colorBgElevated: palette.raised,
    colorBgContainerDisabled: palette.subtle,
    colorBorder: palette.borderStrong,
    colorBorderDisabled: palette.border,
    colorBorderSecondary: palette.border,
    colorSplit: palette.border,
    colorPrimaryBg: palette.accentSubtle,
    colorPrimaryBorder: palette.accentBorder,
    colorWarningBg: palette.warnSubtle,
    colorWarningBorder: palette.warnBorder,
    colorErrorBg: palette.badSubtle,
    colorErrorBorder: palette.badBorder,
    colorSuccessBg: palette.goodSubtle,
    colorSuccessBorder: palette.goodBorder,
    controlItemBgHover: palette.hover,
    controlItemBgActive: palette.accentSubtle,
    boxShadow: palette.shadow,
    boxShadowSecondary: palette.shadow,
    fontFamily: FONTS,
    fontFamilyCode: MONO,
    fontSize: 14,
    lineHeight: 22 / 14,
    fontSizeHeading1: 20,
    fontSizeHeading2: 18,
    fontSizeHeading3: 16,
    fontSizeHeading4: 15,
    fontSizeHeading5: 14,
    borderRadius: 5,
    borderRadiusLG: 6,
    borderRadiusSM: 4,
    borderRadiusXS: 3,
    sizeUnit: 4,
    sizeStep: 4,
    controlHeight: 32,
    controlHeightSM: 26,
    controlHeightLG: 38,
    padding: 12,
    paddingLG: 16,
    paddingSM: 8,
    motionDurationSlow: '0.14s',
    motionDurationMid: '0.12s',
    motionDurationFast: '0.08s',
    wireframe: false,
  };
}

function components(palette: Palette): NonNullable<ThemeConfig['components']> {
  return {
    Button: {
      fontWeight: 500,
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      colorError: palette.badFill,
      colorErrorHover: palette.badFill,
      paddingInline: 12,
    },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelColor: palette.textSoft },
    Input: { activeShadow: `0 0 0 2px ${palette.accentSubtle}` },
    Select: { optionSelectedFontWeight: 500, optionHeight: 30, optionPadding: '4px 10px' },
    Table: {
      headerBg: palette.subtle,
      headerColor: palette.textSoft,
      headerSplitColor: 'transparent',
      cellPaddingBlock: 7,
      cellPaddingInline: 10,
      rowHoverBg: palette.hover,
      rowSelectedBg: palette.accentSubtle,
      rowSelectedHoverBg: palette.accentSubtle,
    },
    Tabs: { horizontalItemPadding: '8px 0', horizontalItemGutter: 20, titleFontSize: 14 },
    Tooltip: { colorBgSpotlight: palette.rail, fontSize: 13 },
    Modal: { titleFontSize: 16, contentBg: palette.raised, headerBg: palette.raised },
    Segmented: { trackBg: palette.hover, itemSelectedBg: palette.surface, itemSelectedColor: palette.accentText },
    Dropdown: { paddingBlock: 5 },
    Menu: { itemHeight: 34 },
  };
}

/** The whole of antd's look, for the day and for the night. */
export function antdThemeOf(look: Look, calm: boolean): ThemeConfig {
  const palette = PALETTES[look];
  return {
    algorithm: look === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: { ...tokens(palette), motion: !calm },
    components: components(palette),
    // One antd, one version: hashed class names would only make the styles bigger.
    hashed: false,
  };
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Gives theme.css its colours: each of the palette as a custom property, `textSoft` as `--text-soft`. */
export function applyLook(look: Look, root: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(PALETTES[look])) root.style.setProperty(`--${kebab(name)}`, String(value));
  root.style.setProperty('--fonts', FONTS);
  root.style.setProperty('--mono', MONO);
  root.style.colorScheme = look;
  root.dataset['look'] = look;
}

interface MediaStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => boolean;
}

function mediaStore(query: string): MediaStore {
  const media = window.matchMedia(query);
  return {
    subscribe(listener) {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    read: () => media.matches,
  };
}

const systemDark = mediaStore('(prefers-color-scheme: dark)');
const reducedMotion = mediaStore('(prefers-reduced-motion: reduce)');

/** The look a setting means now. */
export function useLook(setting: Preferences['theme']): Look {
  const dark = useSyncExternalStore(systemDark.subscribe, systemDark.read);
  if (setting !== 'system') return setting;
  return dark ? 'dark' : 'light';
}

/** Whether the system asks for no movement. */
export function useCalm(): boolean {
  return useSyncExternalStore(reducedMotion.subscribe, reducedMotion.read);
}
