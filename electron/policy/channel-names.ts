/** Preload to main. Everything else that arrives is refused. */
export const FROM_WINDOW = {
  requestPort: 'hotline:request-port',
  incomingCall: 'hotline:incoming-call',
  callEnded: 'hotline:call-ended',
  notify: 'hotline:notify',
} as const;

/** Main to preload. */
export const TO_WINDOW = {
  port: 'hotline:port',
  answer: 'hotline:answer',
  station: 'hotline:station',
} as const;
