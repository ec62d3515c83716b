import type { DepartmentRow } from './rows.ts';

/** The departments that get most of the calls, with their duties in the words of those who call. */
export const DEPARTMENTS: readonly DepartmentRow[] = [
  {
    id: 'u-zwfw',
    name: '市政务服务和大数据管理局',
    shortName: '市政务局',
    section: '热线管理科',
    reach: 'office',
    duties:
      '12345 热线怎么用、热线态度、工单为什么没人回、政务服务网和豫事办打不开、办事大厅服务、一件事一次办、电子证照、数据共享',
  },
  {
    id: 'u-xzfw',
    name: '市行政服务中心',
    shortName: '行政服务中心',
    section: '指导督办科',
    reach: 'officeOnly',
    duties: '办事大厅几点上班、窗口在几楼、大厅工作人员态度、取号排队、咨询投诉台、帮办代办、周末延时服务、大厅停车',
  },
  {
    id: 'u-gjj',
    name: '市住房公积金中心',
    shortName: '公积金中心',
    section: '政策法规科',
    reach: 'officeOnly',
    duties:
      '公积金提取、租房提取、买房提取、还贷提取、离职提取、退休销户、公积金贷款、异地转移、缴存比例、单位不交公积金、公积金账户查询',
  },
  {
    id: 'u-rsj',
    name: '市人力资源和社会保障局',
    shortName: '市人社局',
    section: '综合协调科',
    reach: 'office',
    duties:
      '养老保险、退休、社保转移、社保断缴、灵活就业参保、失业金、工伤认定、社保卡、职称、人事考试、档案、就业补贴、创业担保贷款、培训、招聘会、高龄补缴',
  },
  {
    id: 'u-ldjc',
    name: '市劳动保障监察支队',
    shortName: '劳动监察支队',
    section: '投诉受理室',
    reach: 'office',
    duties:
      '拖欠工资、农民工欠薪、不签劳动合同、押身份证、收押金、加班不给钱、不给交社保、用童工、工地讨薪、劳务中介骗钱',
  },
  {
    id: 'u-ybj',
    name: '市医疗保障局',
    shortName: '市医保局',
    section: '待遇保障科',
    reach: 'office',
    duties:
      '医保报销、异地就医备案、门诊慢性病、住院报销比例、居民医保缴费、职工医保、生育津贴、医保卡余额、医保电子凭证、医疗救助、定点药店套刷医保',
  },
  {
    id: 'u-gaj',
    name: '市公安局',
    shortName: '市公安局',
    section: '群众工作室',
    reach: 'roundTheClock',
    duties:
      '户口、身份证、居住证、派出所、治安、打架、赌博、电信诈骗、养犬伤人、噪声扰民、走失、无犯罪记录证明、改名、落户、流动人口',
  },
  {
    id: 'u-jjzd',
    name: '市公安局交通警察支队',
    shortName: '市交警支队',
    section: '秩序管理科',
    reach: 'roundTheClock',
    duties:
      '红绿灯、堵车、违章、乱停车、挪车、驾驶证、换证、年审、机动车上牌、电动车上牌、限行、交通事故、占用应急车道、货车闯禁行、标线护栏、电子眼',
  },
  {
    id: 'u-crj',
    name: '市公安局出入境管理支队',
    shortName: '出入境支队',
    section: '办证服务大厅',
    reach: 'officeOnly',
    duties: '护照、港澳通行证、台湾通行证、签注、加急出证、外国人居留、证件丢失补办、预约办证',
  },
  {
    id: 'u-cgj',
    name: '市城市管理局',
    shortName: '市城管局',
    section: '执法监督科',
    reach: 'roundTheClock',
    duties:
      '占道经营、流动摊贩、夜市烧烤、油烟、违章建筑、店外经营、小广告、渣土车撒漏、工地夜间施工、户外广告牌、共享单车乱停、人行道停车收费、下水道井盖',
  },
  {
    id: 'u-szss',
    name: '市市政设施服务中心',
    shortName: '市政设施中心',
    section: '维护调度室',
    reach: 'roundTheClock',
    duties: '路面坑洼、人行道砖松动、井盖缺失、路灯不亮、下水道堵、雨天积水、桥梁栏杆、盲道、道路塌陷、雨水箅子',
  },
  {
    id: 'u-hwzx',
    name: '市环境卫生服务中心',
    shortName: '环卫中心',
    section: '作业调度室',
    reach: 'office',
    duties:
      '垃圾没人收、垃圾桶满溢、垃圾分类、公厕脏、洒水车、扫马路、建筑垃圾清运、餐厨垃圾、粪便清掏、垃圾中转站臭味',
  },
  {
    id: 'u-yllh',
    name: '市园林绿化服务中心',
    shortName: '园林绿化中心',
    section: '养护管理科',
    reach: 'office',
    duties: '树枝挡路、行道树倒伏、杨絮柳絮、公园设施坏、广场舞场地、绿化带被占、树挡光、草坪浇水、公园厕所、樱花大道',
  },
  {
    id: 'u-zrzy',
    name: '市自然资源和规划局',
    shortName: '市自规局',
    section: '信访督查科',
    reach: 'office',
    duties:
      '规划公示、容积率、遮挡采光、违法占地、耕地、宅基地边界、征地补偿、采矿采砂、林权、砍树、地质灾害、土地性质、控规查询',
  },
  {
    id: 'u-bdc',
    name: '市不动产登记中心',
    shortName: '不动产登记中心',
    section: '受理大厅',
    reach: 'officeOnly',
    duties:
      '房产证、不动产权证、过户、抵押、解押、继承房产、加名字、房产查询、预告登记、遗失补证、开发商不给办证、历史遗留办证难',
  },
  {
    id: 'u-hbj',
    name: '市生态环境局',
    shortName: '市生态环境局',
    section: '环境信访科',
    reach: 'roundTheClock',
    duties:
      '工厂排污、废气臭味、黑烟、河水发黑、排污口、夜间机器噪声、扬尘、烧秸秆、养殖场臭气、噪声检测、重污染天气、机动车尾气检测、辐射基站',
  },
  {
    id: 'u-jtj',
    name: '市教育体育局',
    shortName: '市教体局',
    section: '基础教育科',
    reach: 'office',
    duties:
      '上学、学区划分、入学报名、转学、学籍、中考、高考、幼儿园收费、校外培训退费、补课、老师体罚、食堂、校服、课后服务、助学金、体育场馆、教师资格',
  },
  {
    id: 'u-wjw',
    name: '市卫生健康委员会',
    shortName: '市卫健委',
    section: '医政医管科',
    reach: 'office',
    duties:
      '医院看病、挂号、医生态度、医疗纠纷、黑诊所、生育登记、育儿补贴、疫苗、献血、献血证报销、护士、医师注册、公共场所卫生、托育机构、120 急救',
  },
  {
    id: 'u-mzj',
    name: '市民政局',
    shortName: '市民政局',
    section: '社会救助科',
    reach: 'office',
    duties:
      '低保、特困供养、临时救助、结婚登记、离婚登记、养老院、高龄津贴、殡葬、公墓、流浪乞讨、孤儿、收养、社区居委会、地名门牌、社会组织',
  },
  {
    id: 'u-scjg',
    name: '市市场监督管理局',
    shortName: '市市场监管局',
    section: '消费者权益保护科',
    reach: 'roundTheClock',
    duties:
      '12315、假货、缺斤少两、过期食品、退货退款、预付卡跑路、价格欺诈、乱收费、营业执照、食品许可、小餐饮、药店、电梯困人、特种设备、传销、商标、虚假广告',
  },
  {
    id: 'u-zjj',
    name: '市住房和城乡建设局',
    shortName: '市住建局',
    section: '房地产市场监管科',
    reach: 'office',
    duties:
      '商品房质量、房屋漏水、延期交房、烂尾楼、预售资金、定金不退、购房合同备案、中介纠纷、工地安全、农民工工资专户、施工许可、老旧小区改造、加装电梯、危房',
  },
  {
    id: 'u-zfbz',
    name: '市住房保障服务中心',
    shortName: '住房保障中心',
    section: '申请受理科',
    reach: 'officeOnly',
    duties: '公租房申请、廉租房、轮候、公租房租金、保障性租赁住房、人才公寓、经济适用房上市、租赁补贴、公租房转租',
  },
  {
    id: 'u-wyzx',
    name: '市物业服务指导中心',
    shortName: '物业指导中心',
    section: '纠纷调解科',
    reach: 'office',
    duties:
      '物业不作为、物业费涨价、业委会成立、更换物业、小区停车位、公共收益、电梯坏了不修、维修资金、小区门禁、飞线充电、装修垃圾、高空抛物',
  },
  {
    id: 'u-slj',
    name: '市水利局',
    shortName: '市水利局',
    section: '水旱灾害防御科',
    reach: 'roundTheClock',
    duties: '河道、水库、农村饮水、灌溉机井、打井、采砂、防汛、淇河保护、河长制、水费、南水北调、节水',
  },
  {
    id: 'u-jtys',
    name: '市交通运输局',
    shortName: '市交通局',
    section: '运输管理科',
    reach: 'office',
    duties:
      '出租车拒载、网约车、打表、黑车、客运班车、货车超载、道路运输证、驾校退费、农村公路、国省道坑洼、高速口、汽车站、ETC、快递货运',
  },
  {
    id: 'u-nync',
    name: '市农业农村局',
    shortName: '市农业农村局',
    section: '综合执法支队',
    reach: 'office',
    duties:
      '种粮补贴、农机补贴、假种子、假化肥、土地承包、土地流转、宅基地审批、农村改厕、高标准农田、病死猪、养殖防疫、秸秆、农村集体资产、渔业',
  },
];
