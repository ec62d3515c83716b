/**
 * Every colour of the program, by what it is for. Contrast on `surface`: text and textSoft at least 7:1, textFaint at
 * least 4.5:1, borderStrong, which draws the controls, at least 3:1 there and on `subtle`.
 */
export interface Palette {
  /** Behind the panels. */
  readonly ground: string;
  readonly surface: string;
  /** Headers, striped and hovered rows. */
  readonly subtle: string;
  readonly hover: string;
  readonly raised: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly text: string;
  readonly textSoft: string;
  readonly textFaint: string;
  readonly accent: string;
  readonly accentText: string;
  readonly accentSubtle: string;
  readonly accentBorder: string;
  readonly good: string;
  readonly goodSubtle: string;
  readonly goodBorder: string;
  readonly warn: string;
  readonly warnSubtle: string;
  readonly warnBorder: string;
  readonly bad: string;
  readonly badFill: string;
  readonly badSubtle: string;
  readonly badBorder: string;
  readonly violet: string;
  readonly violetSubtle: string;
  readonly teal: string;
  readonly tealSubtle: string;
  readonly mark: string;
  readonly rail: string;
  readonly railText: string;
  readonly railActive: string;
  readonly shadow: string;
}

export const LIGHT: Palette = {
  ground: '#eaeef3',
  surface: '#ffffff',
  subtle: '#f5f7fa',
  hover: '#eef2f7',
  raised: '#ffffff',
  border: '#d8dee6',
  borderStrong: '#8490a0',
  text: '#18202b',
  textSoft: '#414c5a',
  textFaint: '#5e6977',
  accent: '#1f5fcc',
  accentText: '#1a52b3',
  accentSubtle: '#e8f0fc',
  accentBorder: '#b9d0f3',
  good: '#1b6b3d',
  goodSubtle: '#e6f4eb',
  goodBorder: '#b2dcc1',
  warn: '#7d4d00',
  warnSubtle: '#fff4dc',
  warnBorder: '#ecce8f',
  bad: '#b3211a',
  badFill: '#c92a22',
  badSubtle: '#fdecea',
  badBorder: '#f0b8b3',
  violet: '#5a3fa0',
  violetSubtle: '#f0ecfa',
  teal: '#0d6370',
  tealSubtle: '#e2f3f5',
  mark: '#ffe7a3',
  rail: '#182433',
  railText: '#b9c5d3',
  railActive: '#2a3b52',
  shadow: '0 6px 20px rgb(20 32 48 / 14%), 0 1px 3px rgb(20 32 48 / 10%)',
};

export const DARK: Palette = {
  ground: '#0c1117',
  surface: '#151b23',
  subtle: '#1a212b',
  hover: '#212a36',
  raised: '#1c2430',
  border: '#2b3542',
  borderStrong: '#667589',
  text: '#e4e9ef',
  textSoft: '#b8c2ce',
  textFaint: '#8e9aa9',
  accent: '#2e6fdc',
  accentText: '#86b4ff',
  accentSubtle: '#172b4b',
  accentBorder: '#2f4f83',
  good: '#79cd97',
  goodSubtle: '#14301f',
  goodBorder: '#27573a',
  warn: '#e8b75a',
  warnSubtle: '#352709',
  warnBorder: '#63490f',
  bad: '#ff8f87',
  badFill: '#c93a32',
  badSubtle: '#3d1815',
  badBorder: '#762e29',
  violet: '#bda8f5',
  violetSubtle: '#2a2145',
  teal: '#71cbd8',
  tealSubtle: '#10313a',
  mark: '#5c4606',
  rail: '#080c11',
  railText: '#97a4b3',
  railActive: '#1d2938',
  shadow: '0 8px 24px rgb(0 0 0 / 50%), 0 1px 3px rgb(0 0 0 / 40%)',
};
