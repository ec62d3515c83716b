// The door to every script: plain JavaScript that an old Node can still read, so that it can say what to do.
// npm puts node_modules/.bin first in PATH, where the platform package has laid Node 24; without it we land here on
// whatever the machine has.
const NEEDED_MAJOR = 24;
const major = Number(process.versions.node.split('.')[0]);

if (!(major >= NEEDED_MAJOR)) {
  console.error(
    [
      '需要 Node ' + NEEDED_MAJOR + ' 以上，现在运行的是 ' + process.versions.node + '。',
      '请在本目录执行 npm install（会连同本平台的 Node ' + NEEDED_MAJOR + ' 一起装好，不要加 --omit=optional），',
      '然后用 npm start、npm test 等命令运行；或自行安装 Node ' + NEEDED_MAJOR + '。',
      'Node ' + NEEDED_MAJOR + '+ is needed; run "npm install" here without --omit=optional and start through npm.',
    ].join('\n'),
  );
  process.exit(1);
}

const scripts = {
  start: './start.ts',
  build: './build.ts',
  check: './check.ts',
  test: './test.ts',
  screenshots: '../../tests/screenshots/main.ts',
  bench: '../../bench/main.ts',
  policy: './policy.ts',
  train: '../../server/train.ts',
};
const name = process.argv[2];

if (name === undefined || !Object.hasOwn(scripts, name)) {
  console.error('usage: run.mjs ' + Object.keys(scripts).join('|'));
  process.exit(2);
}
process.argv.splice(2, 1);
await import(scripts[name]);
