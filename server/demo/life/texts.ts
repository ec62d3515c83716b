/** What people write in the course of an order, besides what its matter says. */

export const SUPPLEMENTS = [
  '诉求人补充：当天有照片，可加微信提供。',
  '诉求人补充：同楼还有几户是同样情况。',
  '诉求人更正地点，在原地点往东约五十米。',
  '诉求人补充联系方式，白天上班不便接听，请中午或傍晚联系。',
  '诉求人来电称情况比上次反映时更严重。',
  '诉求人补充：已与对方协商一次，未谈成。',
  '诉求人补充了单据上的日期和金额，与首次来电一致。',
  '诉求人称承办单位已联系过本人，约定明日到现场。',
] as const;

export const URGES = [
  '诉求人再次来电询问进展，希望尽快办理。',
  '诉求人称承办单位尚未与其联系，请加快办理。',
  '诉求人表示影响日常生活，要求尽快答复。',
  '诉求人要求告知大致办理时间。',
] as const;

export const LATE_URGES = [
  '已超过办理期限，诉求人未收到答复，请立即办理并说明原因。',
  '超期催办：请承办单位今日内联系诉求人。',
  '期限已过，诉求人来电表示不满，请书面说明延误原因。',
] as const;

export const DISPATCH_NOTES = ['', '', '', '请先与诉求人联系', '请现场核查后答复', '同类诉求较多，请一并处理'] as const;

export const TASKS = ['提供权属资料并配合现场核查', '配合联合执法', '核查本单位职责范围内的部分并出具意见'] as const;

export const ASSISTED = [
  '已派员配合现场核查，本单位职责范围内未发现违规，资料已交主办单位。',
  '已将权属和审批资料移交主办单位，建议按现行规定处理。',
  '已参加联合核查，同意主办单位的处理意见。',
] as const;

export const RETURNS = [
  { reason: '经核实，该事项不在本单位职责范围内。', basis: '本单位“三定”规定，该事项由行业主管部门负责' },
  { reason: '地点经现场核查属相邻辖区。', basis: '行政区划界线图' },
  { reason: '已由其他单位受理同一事项，重复办理。', basis: '另一工单正在办理' },
] as const;

export const RETURN_AGREED = ['理由成立，收回后重新派单。', '同意退单，另行派发。'] as const;
export const RETURN_REFUSED = ['按属地管理由你单位牵头办理，不同意退回。', '职责清单已明确，请继续办理。'] as const;

export const EXTENSIONS = [
  '涉及管线权属核查，需与产权单位会商，暂时无法完成。',
  '需待专业机构出具检测结论后处理。',
  '施工材料未到，预计本周内到货后完成整改。',
] as const;
export const EXTENSION_AGREED = ['情况属实，同意。', '同意延期，请抓紧办理并告知诉求人。'] as const;
export const EXTENSION_REFUSED = ['理由不充分，请在期限内办结。'] as const;

export const PROGRESS = [
  '已到现场查看并与诉求人见面，正在制定处理方案。',
  '已约谈责任方，限期三日内整改，到期复查。',
  '相关部门已会商一次，待施工单位进场。',
] as const;

export const SUPERVISED = [
  '该件已超过办理期限，请于两日内办结并说明超期原因。',
  '多名诉求人反映同一问题，请主要负责人过问，提出一揽子解决办法。',
  '诉求人多次来电，请立即核实办理并书面回复。',
] as const;
export const SUPERVISION_ANSWERED = [
  '已由分管负责人牵头办理，原因是现场条件所限，现已安排人员，将按时答复。',
  '收到督办后已当日到现场，处理方案已与诉求人沟通。',
] as const;

export const ADOPTED = '已列入下一步工作安排，完成后告知。';

export const REPORTS = [
  '该诉求涉及多个部门职责，协调会未形成一致意见，现将有关情况和建议专报，请批示。',
  '同类诉求近期集中，单个部门难以解决，建议由市政府统筹研究。',
] as const;
export const SUBMITTED_TO = '市政府分管领导';
export const INSTRUCTIONS = [
  '请抓紧核实，妥善解决，结果报我。',
  '请牵头单位会同有关部门限期解决，并举一反三。',
] as const;

export const LEADER_APPROVED = ['', '', '情况属实，同意上报。'] as const;
export const LEADER_REFUSED = ['处理措施不具体，补充后再报。', '未说明与诉求人沟通情况，退回补充。'] as const;

export const INSPECTION_FAILED = [
  '处理结果没有说明是否整改到位，请补充现场情况。',
  '事实认定依据不足，请核实后重新答复。',
] as const;

export const FOLLOWED_UP = {
  good: ['诉求人表示问题已解决。', '诉求人认可办理结果。', '诉求人对办理速度满意。', ''],
  neutral: ['诉求人表示基本解决，希望今后加强管理。', '诉求人对结果没有意见，认为时间偏长。'],
  poor: ['诉求人称问题没有解决，承办单位只打过电话。', '诉求人称处理后又出现反复。', '诉求人认为答复与事实不符。'],
  unreasonable: ['诉求人要求超出政策规定，已解释政策依据。'],
  unreached: ['电话无人接听。', '电话已关机。', '号码暂时无法接通。'],
} as const;

export const REDO_REASONS = [
  '问题没有实际解决，请重新办理并与诉求人见面沟通。',
  '答复与现场情况不符，请重新核查。',
] as const;
export const REVIEW_REASONS = [
  '诉求人不认可办理结果，要求上级核查。',
  '诉求人认为承办单位没有到现场，申请复查。',
] as const;
export const REVIEW_PROPER = ['经复查，承办单位处理符合规定，维持原办理意见。'] as const;
export const REVIEW_IMPROPER = ['经复查，处理不到位，责令承办单位重新办理。'] as const;

export const CLOSE_NOTES = ['', '答复内容清楚、依据明确。', '诉求人不要求回访，核对答复后办结。'] as const;
export const RECUSALS = ['与被反映人有亲属关系，申请回避。', '曾参与该事项的处理，按规定回避。'] as const;
export const LIABILITIES = ['超期未办且未说明原因，按规定记录。'] as const;
