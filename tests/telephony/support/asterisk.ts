import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachedAsterisk } from '../../../build/scripts/asterisk.ts';
import { freePorts } from './free-ports.ts';
import { renderConfig } from './render.ts';
import { takeTlsIntoUse } from './tls.ts';
import { wavOfTone } from './tones.ts';

/** Music and each announcement is a tone of its own, so that an ear can tell them apart. Hertz. */
export const EXCHANGE_TONES = {
  music: 440,
  recordingNotice: 1300,
  position: 1400,
  closed: 1500,
  sorry: 1600,
  rate: 1700,
  night: 1800,
  holiday: 1900,
  blocked: 2000,
} as const;

/** A real Asterisk of a test's own: its ports, its folders, its configuration from the administrator's templates. */
export interface TestAsterisk {
  readonly ari: { readonly url: string; readonly user: string; readonly password: string };
  readonly sip: { readonly host: string; readonly port: number };
  /** Where the line's far end (callers and units) has to listen. */
  readonly line: { readonly host: string; readonly port: number };
  readonly phoneUrl: string;
  readonly deskPhones: readonly { readonly extension: string; readonly password: string }[];
  start(): Promise<void>;
  /** SIGTERM says goodbye to every call; SIGKILL to none. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** The exchange's own log: what happened on each line. */
  log(): string;
  /** What Asterisk said about itself. */
  messages(): string;
  /** Runs a command of Asterisk's own console. */
  console(command: string): Promise<string>;
  remove(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
/** Enough for a hall of thirty. */
const DESK_PHONES = Array.from({ length: 32 }, (_, place) => String(8001 + place));
export const APP = 'hotline';

/** @param options.alone extensions that serve callers while the service is away */
export async function createAsterisk(options: { readonly alone?: readonly string[] } = {}): Promise<TestAsterisk> {
  const root = cachedAsterisk();
  if (root === null) throw new Error('no Asterisk here: run it by `npm test -- --only=telephony`, which gets one');
  const id = `test-${randomBytes(4).toString('hex')}`;
  const inside = `/srv/${id}`;
  const home = path.join(root, inside);
  const [http, https, sip, line] = await freePorts(4);
  const rtp = 20_000 + (process.pid % 50) * 400;
  const password = randomBytes(12).toString('hex');
  const deskPhones = DESK_PHONES.map((extension) => ({ extension, password: randomBytes(8).toString('hex') }));
  const ari = { url: `http://127.0.0.1:${http}`, user: 'hotline', password };

  for (const folder of [
    'var',
    'spool/recording',
    'spool/tmp',
    'run',
    'log/cel-custom',
    'log/cdr-csv',
    'music',
    'cache',
    'var/keys',
    'data/sounds',
  ])
    mkdirSync(path.join(home, folder), { recursive: true });
  for (const part of ['documentation', 'keys', 'rest-api', 'static-http'])
    if (existsSync(path.join(root, 'usr/share/asterisk', part)))
      symlinkSync(`/usr/share/asterisk/${part}`, path.join(home, 'data', part));
  // As an administrator does it: what the package brings, and ours over it.
  cpSync(path.join(root, 'etc/asterisk'), path.join(home, 'etc'), { recursive: true });
  renderConfig(path.join(home, 'etc'), {
    HTTP_ADDRESS: '127.0.0.1',
    HTTP_PORT: String(http),
    ARI_USER: ari.user,
    ARI_PASSWORD: password,
    APP,
    SIP_ADDRESS: '127.0.0.1',
    SIP_PORT: String(sip),
    LINE_ADDRESS: `127.0.0.1:${line}`,
    LINE_HOST: '127.0.0.1',
    DESK_PHONES: deskPhones.map(deskPhone).join('\n'),
    ALONE_MEMBERS: (options.alone ?? []).map((extension) => `member => PJSIP/${extension}`).join('\n'),
    RTP_FIRST: String(rtp),
    RTP_LAST: String(rtp + 399),
    RTP_EXTRA: '',
    MUSIC: `${inside}/music`,
  });
  const etc = { folder: path.join(home, 'etc'), inside: `${inside}/etc` };
  await takeTlsIntoUse({ ...etc, address: '127.0.0.1', port: https });
  writeFileSync(path.join(home, 'etc/asterisk.conf'), asteriskConf(inside));
  writeFileSync(path.join(home, 'etc/logger.conf'), '[logfiles]\nmessages => notice,warning,error\n');
  writeSounds(home);

  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    // A mount namespace of its own: /proc is there for as long as the process is, and nothing is left behind.
    const command = `mount -t proc proc ${root}/proc && exec chroot ${root} /usr/sbin/asterisk -f -n -C ${inside}/etc/asterisk.conf`;
    child = spawn('unshare', ['--mount', 'sh', '-c', command], { stdio: 'ignore' });
    const begun = Date.now();
    while (!(await answers(ari))) {
      if (child.exitCode !== null || Date.now() - begun > START_LIMIT_MS)
        throw new Error(`Asterisk did not start\n${readLog('messages').slice(-3000)}`);
      await pause(50);
    }
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  }

  function readLog(name: string): string {
    const file = path.join(home, 'log', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  return {
    ari,
    sip: { host: '127.0.0.1', port: sip },
    line: { host: '127.0.0.1', port: line },
    phoneUrl: `wss://127.0.0.1:${https}/ws`,
    deskPhones,
    start,
    stop,
    log: () => readLog('cel-custom/hotline.csv'),
    messages: () => readLog('messages'),
    console: (command) => ask(root, `${inside}/etc/asterisk.conf`, command),
    async remove() {
      await stop('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function deskPhone({ extension, password }: { extension: string; password: string }): string {
  return [
    `[${extension}](desk-phone)`,
    `auth = ${extension}`,
    `aors = ${extension}`,
    `[${extension}]`,
    'type = auth',
    'auth_type = digest',
    `username = ${extension}`,
    `password = ${password}`,
    `[${extension}](desk-phone-aor)`,
    '',
  ].join('\n');
}

function asteriskConf(inside: string): string {
  return `[directories]
astcachedir => ${inside}/cache
astetcdir => ${inside}/etc
astmoddir => /usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/asterisk/modules
astvarlibdir => ${inside}/var
astdbdir => ${inside}/var
astkeydir => ${inside}/var
astdatadir => ${inside}/data
astagidir => ${inside}/var
astspooldir => ${inside}/spool
astrundir => ${inside}/run
astlogdir => ${inside}/log
[options]
verbose = 0
`;
}

function writeSounds(home: string): void {
  const { music, position, ...others } = EXCHANGE_TONES;
  writeFileSync(path.join(home, 'music/tone.wav'), wavOfTone(music, 4));
  const sounds = path.join(home, 'data/sounds/en/hotline');
  mkdirSync(sounds, { recursive: true });
  for (const [name, hertz] of Object.entries(others))
    writeFileSync(path.join(sounds, `${name}.wav`), wavOfTone(hertz, 1));
  for (const place of ['1', '2', '3', 'many'])
    writeFileSync(path.join(sounds, `position-${place}.wav`), wavOfTone(position, 1));
}

async function answers({ url, user, password }: TestAsterisk['ari']): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  try {
    const response = await fetch(`${url}/ari/asterisk/info`, { headers: { authorization } });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function ask(root: string, conf: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('chroot', [root, '/usr/sbin/asterisk', '-C', conf, '-rx', command]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
