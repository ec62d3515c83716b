import { readFileSync } from 'node:fs';
import { answerDue, WrongInput } from '../../shared/policy/due-request.ts';
import { explainRule } from '../../shared/policy/explain.ts';
import { CALENDAR_KNOWN_UNTIL } from '../../shared/policy/calendar.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { everyPack } from '../../shared/policy/packs.ts';

const USAGE = [
  '用法：',
  '  npm run --silent policy -- due \'{"city":…}\'   计算办理时限；数组得数组；- 从标准输入读',
  '  npm run --silent policy -- packs              列出规则包',
  '  npm run --silent policy -- explain <规则编号>  说明一条规则，如 T8',
].join('\n');

/** The answer to print. @throws WrongInput */
function run([command, argument, ...rest]: readonly string[]): unknown {
  if (rest.length > 0) throw new WrongInput(`多余的参数：${rest.join(' ')}\n${USAGE}`);
  switch (command) {
    case 'due':
      if (argument === undefined) throw new WrongInput(`缺少 JSON 参数\n${USAGE}`);
      // A long list is more than a command line may hold on some systems.
      return answerDue(argument === '-' ? readFileSync(0, 'utf8') : argument);
    case 'packs':
      if (argument !== undefined) throw new WrongInput(`packs 不带参数\n${USAGE}`);
      return everyPack().map(packLine);
    case 'explain':
      return explained(argument);
    case undefined:
    default:
      throw new WrongInput(`不认识的命令 ${command ?? '（空）'}；可用：due | packs | explain\n${USAGE}`);
  }
}

function packLine({
  city,
  cityName,
  regulation,
  documentNumber,
  version,
  effectiveFrom,
  numberPrefix,
  office,
  rules,
  limits,
}: Pack): object {
  return {
    city,
    cityName,
    regulation,
    documentNumber,
    version,
    effectiveFrom,
    numberPrefix,
    office,
    rules: rules.length,
    limits: limits.length,
    calendarKnownUntil: CALENDAR_KNOWN_UNTIL,
  };
}

function explained(id: string | undefined): unknown {
  const known = everyPack()
    .map(({ cityName, rules }) => `${cityName} ${rules.map((rule) => rule.id).join(' ')}`)
    .join('\n');
  if (id === undefined) throw new WrongInput(`缺少规则编号。可用的编号：\n${known}`);
  const explanation = explainRule(everyPack(), id.toUpperCase());
  if (!explanation) throw new WrongInput(`没有规则 ${id}。可用的编号：\n${known}`);
  return explanation;
}

try {
  console.log(JSON.stringify(run(process.argv.slice(2))));
} catch (error) {
  if (!(error instanceof WrongInput)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
