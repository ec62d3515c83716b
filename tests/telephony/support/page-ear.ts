import { z } from 'zod';
import type { Page } from '@playwright/test';

// What runs inside the page is written as a page has it: this side knows no DOM.

/** Keeps every connection the page makes, so that an ear can be laid to what comes in. */
const KEEP = `
(() => {
  const Native = window.RTCPeerConnection;
  const kept = (window.keptConnections = []);
  window.RTCPeerConnection = class extends Native {
    constructor(configuration) {
      super(configuration);
      kept.push(this);
    }
  };
})()`;

/** The strongest tone in the newest living call, hertz; null where there is none or it is quiet. */
const HEAR = `
(async () => {
  const living = window.keptConnections.filter(({ connectionState }) => connectionState === 'connected');
  const receivers = living.at(-1)?.getReceivers() ?? [];
  const track = receivers.find((receiver) => receiver.track.kind === 'audio')?.track;
  if (!track) return null;
  const audio = new AudioContext();
  const ear = audio.createAnalyser();
  ear.fftSize = 8192;
  audio.createMediaStreamSource(new MediaStream([track])).connect(ear);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const strengths = new Float32Array(ear.frequencyBinCount);
  ear.getFloatFrequencyData(strengths);
  const loudest = strengths.indexOf(Math.max(...strengths));
  const hertz = strengths[loudest] > -70 ? (loudest * audio.sampleRate) / ear.fftSize : null;
  await audio.close();
  return hertz;
})()`;

/** Lays an ear to the page's calls from now on, also after it is loaded again. */
export async function layEar(page: Page): Promise<void> {
  await page.context().addInitScript({ content: KEEP });
  await page.evaluate(KEEP);
}

/** @returns hertz of what is heard at the page now; null where that is nothing */
export async function heardAt(page: Page): Promise<number | null> {
  return z
    .number()
    .nullable()
    .parse(await page.evaluate(HEAR));
}
