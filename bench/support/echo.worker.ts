// Answers every message with itself: what a thread's round trip costs by itself.
import { parentPort } from 'node:worker_threads';

const port = parentPort;
port?.on('message', (message: unknown) => port.postMessage(message));
