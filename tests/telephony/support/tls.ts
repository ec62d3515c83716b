import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** A certificate and its key in one file, as Asterisk wants them; signed by nobody but itself. */
async function selfSigned(file: string, address: string): Promise<void> {
  const key = `${file}.key`;
  const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '2'];
  const named = ['-subj', `/CN=${address}`, '-addext', `subjectAltName=IP:${address}`];
  await promisify(execFile)('openssl', [...asked, ...named, '-keyout', key, '-out', file]);
  appendFileSync(file, readFileSync(key));
  rmSync(key);
}

/**
 * Does what http.conf and pjsip.conf ask of an administrator who lets Asterisk speak TLS itself: takes the three lines
 * into use, and makes the pages' transport `wss`.
 * @param options.folder Asterisk's configuration @param options.inside the same as Asterisk sees it
 */
export async function takeTlsIntoUse(options: {
  readonly folder: string;
  readonly inside: string;
  readonly address: string;
  readonly port: number;
}): Promise<void> {
  const { folder, inside, address, port } = options;
  await selfSigned(path.join(folder, 'hotline.pem'), address);
  edit(path.join(folder, 'http.conf'), [
    [/^;tlsenable = yes$/m, 'tlsenable = yes'],
    [/^;tlsbindaddr = .*$/m, `tlsbindaddr = ${address}:${port}`],
    [/^;tlscertfile = .*$/m, `tlscertfile = ${inside}/hotline.pem`],
  ]);
  edit(path.join(folder, 'pjsip.conf'), [[/^protocol = ws$/m, 'protocol = wss']]);
}

/** @throws where a line is not there any more */
function edit(file: string, changes: readonly (readonly [RegExp, string])[]): void {
  let text = readFileSync(file, 'utf8');
  for (const [line, becomes] of changes) {
    if (!line.test(text)) throw new Error(`${path.basename(file)} has no line ${line.source}`);
    text = text.replace(line, becomes);
  }
  writeFileSync(file, text);
}
