import type { CallState, Leg } from '../../../shared/domain/call.ts';

export const CALL_STATE_TEXT: Readonly<Record<CallState, string>> = {
  queued: '排队',
  ringing: '来电振铃',
  talking: '通话中',
  held: '保持中',
  consulting: '咨询中',
  conference: '三方通话',
  ended: '已结束',
};

export const LEG_STATE_TEXT: Readonly<Record<Leg['state'], string>> = {
  dialing: '拨号',
  ringing: '振铃',
  talking: '通话',
  held: '保持',
  left: '已离开',
  failed: '未接通',
};

export const ENDED_BY_TEXT = {
  caller: '来电人挂断',
  agent: '本席挂断',
  unit: '单位挂断',
  exchange: '线路中断',
  supervisor: '班长接管或强拆',
} as const;

/** Why a control cannot be used now: shown in its tooltip. */
export const WHY = {
  notRecorded: '没有录音',
  noExchange: '话务服务不通，请用话机接听，通话后补录',
  notSignedIn: '尚未签入',
  noRinging: '没有振铃的来电',
  noCall: '当前没有通话',
  ringing: '请先接听来电',
  callerGone: '来电人已离线',
  notAnswered: '对方尚未接听',
  unitPresent: '已有咨询方在线',
  consultFirst: '请先咨询承办单位，对方接听后可用',
  unitNotAnswered: '对方尚未接听',
  inConference: '已在三方通话中',
  consulting: '咨询中不能保持，可切换通话方',
  inCall: '通话中不能切换状态',
  notWrapUp: '现在不在话后整理',
  busyAlready: '已是此状态',
} as const;

export const TEXT = {
  bar: '话务条',
  stateMenu: '切换坐席状态',
  signInHint: '签入后可接听来电',
  exchangeDown: '话务服务不通',
  exchangeDownNext: '请用话机接听，通话结束后在受理台补录',
  queue: '排队',
  longest: '最长',
  consultTitle: '咨询与转接',
  searchUnit: '搜索承办单位',
  dialNumber: '或直接拨号',
  numberHint: '电话号码',
  liaison: '工作时间联络人',
  duty: '值班电话',
  noContact: '该单位此时没有可拨的联络电话，请换一个单位或直接拨号。',
  consult: '咨询',
  consultHint: '先与对方通话，来电人听等待音',
  blindTransfer: '直接转接',
  blindHint: '来电人立即转给对方，本席退出通话',
  callerGone: '来电人已挂断',
  calleeHungUp: '对方挂断',
  callerWaits: '听等待音',
  toggle: '切换',
  cancelConsult: '挂断咨询方',
  muted: '已静音',
  help: '求助',
  helping: '求助中',
  helpHint: '请班长来听这通电话，并看到您正在写的内容',
  recording: '录音中',
  recordingPaused: '录音暂停',
  pauseHint: '对方要说密码等敏感内容时暂停，暂停期间不留声音',
  resumeHint: '继续录音',
  helpEndHint: '撤回求助',
  helpTaken: (name: string): string => `${name} 已响应`,
  supervisors: { listen: '班长侦听中', whisper: '班长耳语中', barge: '班长已插入' },
} as const;
