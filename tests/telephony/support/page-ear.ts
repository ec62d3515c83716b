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

/** How strong each bin is in the newest living call, decibels; null where there is none. */
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
  const binHertz = audio.sampleRate / ear.fftSize;
  await audio.close();
  return { binHertz, strengths: Array.from(strengths.subarray(0, 512), (each) => Math.max(-200, each)) };
})()`;

const heardSchema = z.object({ binHertz: z.number(), strengths: z.array(z.number()) }).nullable();

/** Decibels below which nobody speaks, and how far under the loudest a voice beside it may lie. */
const QUIET = -70;
const BESIDE = 25;

/** Lays an ear to the page's calls from now on, also after it is loaded again. */
export async function layEar(page: Page): Promise<void> {
  await page.context().addInitScript({ content: KEEP });
  await page.evaluate(KEEP);
}

/** @returns whose voices are heard at the page now, in the order in which they were given */
export async function heardAt(page: Page, voices: Readonly<Record<string, number>>): Promise<string[]> {
  const heard = heardSchema.parse(await page.evaluate(HEAR));
  if (!heard) return [];
  const { binHertz, strengths } = heard;
  const least = Math.max(QUIET, Math.max(...strengths) - BESIDE);
  const isHeard = (hertz: number): boolean => {
    const bin = Math.round(hertz / binHertz);
    return Math.max(...strengths.slice(bin - 2, bin + 3)) > least;
  };
  return Object.entries(voices).flatMap(([name, hertz]) => (isHeard(hertz) ? [name] : []));
}
