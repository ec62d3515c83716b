/**
 * Characters that stand in more than about every tenth official text. By itself such a character tells nothing of what a
 * text is about, and taking each in would make the index larger by a half.
 */
const CHARACTERS = `
一三上下不与专且业东两严个中为主之也书了事二于交产人今从他以们件任众会但位住体作你使供依便保信修做停元先入全公共关其具内
再决况准出分划则利到制前力办加务动化区十协单即原县参及友反发取受口可台号司各合同名后向告员周和咨商善四回因围国在地场均城
基境处备复外多大天好如委子存安完定实审室家对导将小就局居展属工已市常平年并广序应度建开式强当待得心快性悉您情意感成我或户
所手打执批投护报持按据排接提支收改放政整文料新方施无日时明映是更月有服期未本机权条来极果查标核根格案次正此步段每民求没法
注活流源满点照物特环现理生用由申电留的监目直相省督知确示社积程立符第等答策管系级纳线组织经结给统续网置群考职联能自至致范
营行补表要见规视解言计认议设证诉话询该请调谢负责质费资起路转边达过运近还进违通造道部都配重量金长门问间队限集需非面项题高
`;

const COMMON: ReadonlySet<string> = new Set(CHARACTERS.replaceAll('\n', ''));

export function isCommon(character: string): boolean {
  return COMMON.has(character);
}
