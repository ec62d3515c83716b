export interface CountyRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly duties: string;
  /** Townships and subdistricts: key, name, what it is known for among those who call. */
  readonly townships: readonly (readonly [key: string, name: string, about: string])[];
}

/** What any county's people are called about. */
export const COUNTY_DUTIES =
  '辖区内社区和村里的事、邻里纠纷、村务公开、背街小巷、老旧小区、乡村道路、农村厕所、人居环境、拆迁安置、辖区环境卫生';

/** The counties, districts and functional zones, with their townships. */
export const COUNTIES: readonly CountyRow[] = [
  {
    id: 'u-qibin',
    name: '淇滨区人民政府',
    shortName: '淇滨区',
    duties: `新区、淇滨区、九州路、长江路、${COUNTY_DUTIES}`,
    townships: [
      ['jinshan', '金山街道办事处', '金山工业区一带的厂区与安置小区'],
      ['jiuzhoulu', '九州路街道办事处', '老商圈、沿街门面和家属院'],
      ['changjianglu', '长江路街道办事处', '市直单位家属区和学校周边'],
      ['taishanlu', '泰山路街道办事处', '商品房小区、物业和停车'],
      ['liyanglu', '黎阳路街道办事处', '高铁站以西的新建小区'],
      ['tianshanlu', '天山路街道办事处', '沿河公园和新建学校周边'],
      ['dalaidian', '大赉店镇人民政府', '城乡结合部、安置房和道路'],
      ['juqiao', '钜桥镇人民政府', '种粮、养殖、产业园和村道'],
      ['shangyu', '上峪乡人民政府', '山区饮水、村道和旅游民宿'],
      ['dahejian', '大河涧乡人民政府', '水库库区、山区道路和通信信号'],
    ],
  },
  {
    id: 'u-shancheng',
    name: '山城区人民政府',
    shortName: '山城区',
    duties: `老区、山城区、红旗街、采煤沉陷区、棚户区改造、${COUNTY_DUTIES}`,
    townships: [
      ['hongqijie', '红旗街街道办事处', '老商业街、家属楼和集市'],
      ['changfenglu', '长风中路街道办事处', '矿区家属院、供暖和房屋漏水'],
      ['tangheqiao', '汤河桥街道办事处', '汤河两岸环境和桥头交通'],
      ['lulou', '鹿楼街道办事处', '工业企业、货车和扬尘'],
      ['baoshanjd', '宝山街道办事处', '产业园搬迁安置'],
      ['dahu', '大胡街道办事处', '城中村改造和集贸市场'],
      ['shilin', '石林镇人民政府', '种植、饮水、石料运输和村道'],
    ],
  },
  {
    id: 'u-heshan',
    name: '鹤山区人民政府',
    shortName: '鹤山区',
    duties: `鹤山区、九矿、中山路、采煤沉陷区、矿区老房子、${COUNTY_DUTIES}`,
    townships: [
      ['jiukuang', '九矿广场街道办事处', '矿区家属院、供水和供暖'],
      ['zhongbei', '中北街道办事处', '老旧楼院、下水道和路灯'],
      ['zhongshanbei', '中山北路街道办事处', '集贸市场和沿街商户'],
      ['xinhuajie', '新华街街道办事处', '老城区住房和停车'],
      ['hebiji', '鹤壁集镇人民政府', '古瓷窑址周边、村道和饮水'],
      ['jijiashan', '姬家山乡人民政府', '山区交通、饮水和林地'],
    ],
  },
  {
    id: 'u-xunxian',
    name: '浚县人民政府',
    shortName: '浚县',
    duties: `浚县、浚县古城、大伾山、正月庙会、粮食生产、${COUNTY_DUTIES}`,
    townships: [
      ['xunzhou', '浚州街道办事处', '古城、景区周边交通和商户'],
      ['weixi', '卫溪街道办事处', '县城新区小区和学校'],
      ['pishan', '伾山街道办事处', '景区道路、庙会和停车'],
      ['liyang', '黎阳街道办事处', '产业集聚区和务工人员'],
      ['shantang', '善堂镇人民政府', '花生种植、饮水和集市'],
      ['tunzi', '屯子镇人民政府', '种粮、农机和沟渠'],
      ['xinzhen', '新镇镇人民政府', '卫河沿线、防汛和桥梁'],
      ['xiaohe', '小河镇人民政府', '蔬菜种植、机井和村道'],
      ['weixian', '卫贤镇人民政府', '高标准农田和养殖'],
      ['wangzhuang', '王庄镇人民政府', '种粮、农网和村容'],
      ['baisi', '白寺镇人民政府', '山体修复、村道和饮水'],
    ],
  },
  {
    id: 'u-qixian',
    name: '淇县人民政府',
    shortName: '淇县',
    duties: `淇县、朝歌、云梦山、古灵山、${COUNTY_DUTIES}`,
    townships: [
      ['chaoge', '朝歌街道办事处', '老城区门面、供水和停车'],
      ['weidu', '卫都街道办事处', '县城小区、学校和路灯'],
      ['qiaomeng', '桥盟街道办事处', '产业园、务工和道路'],
      ['lingshan', '灵山街道办事处', '景区道路、民宿和林地'],
      ['beiyang', '北阳镇人民政府', '养殖、种植和村道'],
      ['gaocun', '高村镇人民政府', '高铁沿线、企业噪声和村道'],
      ['miaokou', '庙口镇人民政府', '红薯种植、饮水和机井'],
      ['xigang', '西岗镇人民政府', '蔬菜大棚、沟渠和环境'],
      ['huangdong', '黄洞乡人民政府', '山区饮水、通信信号和旅游'],
    ],
  },
  {
    id: 'u-sfq',
    name: '鹤壁市城乡一体化示范区管理委员会',
    shortName: '示范区',
    duties: `示范区、高铁站、鹤壁东区、新建小区交付、征迁安置、${COUNTY_DUTIES}`,
    townships: [['qishuiguan', '淇水关街道办事处', '新建小区、学校和公交']],
  },
  {
    id: 'u-jkq',
    name: '鹤壁经济技术开发区管理委员会',
    shortName: '经开区',
    duties: '开发区企业、厂区道路、园区用工、员工宿舍、园区公交、企业用地、工业噪声、园区污水、安置小区',
    townships: [['haihelu', '海河路街道办事处', '园区小区、员工宿舍和道路']],
  },
  {
    id: 'u-baoshan',
    name: '鹤壁宝山循环经济产业集聚区管理委员会',
    shortName: '宝山集聚区',
    duties: '宝山园区化工企业、煤化工、园区异味、园区道路、货车通行、搬迁安置、企业用地',
    townships: [],
  },
];
