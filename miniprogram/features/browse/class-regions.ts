/**
 * Much of the classification is one table laid over countries: I is literature, 313 Japan, 4 novels, so I313.4 is 日本小说. Numbers
 * of the table of regions, without dots; only those that a public library meets.
 */
const REGIONS: Record<string, string> = {
  '3': '亚洲',
  '31': '东亚',
  '311': '蒙古',
  '312': '朝鲜半岛',
  '3126': '韩国',
  '313': '日本',
  '33': '东南亚',
  '333': '越南',
  '334': '老挝',
  '335': '柬埔寨',
  '336': '泰国',
  '337': '缅甸',
  '338': '马来西亚',
  '339': '新加坡',
  '341': '菲律宾',
  '342': '印度尼西亚',
  '35': '南亚',
  '351': '印度',
  '353': '巴基斯坦',
  '354': '孟加拉国',
  '355': '尼泊尔',
  '358': '斯里兰卡',
  '36': '中亚',
  '361': '哈萨克斯坦',
  '37': '西亚',
  '371': '阿拉伯地区',
  '372': '阿富汗',
  '373': '伊朗',
  '374': '土耳其',
  '376': '叙利亚',
  '377': '伊拉克',
  '378': '黎巴嫩',
  '38': '西亚',
  '381': '巴勒斯坦',
  '382': '以色列',
  '384': '沙特阿拉伯',
  '4': '非洲',
  '41': '北非',
  '411': '埃及',
  '42': '东非',
  '43': '西非',
  '437': '尼日利亚',
  '46': '中非',
  '47': '南部非洲',
  '478': '南非',
  '5': '欧洲',
  '51': '东欧、中欧',
  '512': '俄罗斯',
  '513': '波兰',
  '514': '捷克和斯洛伐克',
  '515': '匈牙利',
  '516': '德国',
  '52': '中欧',
  '521': '奥地利',
  '522': '瑞士',
  '524': '捷克',
  '53': '北欧',
  '531': '芬兰',
  '532': '瑞典',
  '533': '挪威',
  '534': '丹麦',
  '535': '冰岛',
  '54': '南欧',
  '541': '阿尔巴尼亚',
  '542': '罗马尼亚',
  '543': '塞尔维亚等国',
  '544': '保加利亚',
  '545': '希腊',
  '546': '意大利',
  '55': '西南欧',
  '551': '西班牙',
  '552': '葡萄牙',
  '56': '西欧',
  '561': '英国',
  '562': '爱尔兰',
  '563': '荷兰',
  '564': '比利时',
  '565': '法国',
  '6': '大洋洲',
  '61': '澳大利亚和新西兰',
  '611': '澳大利亚',
  '612': '新西兰',
  '7': '美洲',
  '71': '北美洲',
  '711': '加拿大',
  '712': '美国',
  '73': '拉丁美洲',
  '731': '墨西哥',
  '75': '西印度群岛',
  '751': '古巴',
  '77': '南美洲',
  '774': '委内瑞拉',
  '775': '哥伦比亚',
  '777': '巴西',
  '778': '秘鲁',
  '78': '南美洲',
  '782': '乌拉圭',
  '783': '阿根廷',
  '784': '智利',
};
const LONGEST_REGION = 4;

/** Where the table of regions is laid over a class: what stands before the region's number, and what the name ends in. */
const STEMS: { stem: string; of: string; parts?: Record<string, string> }[] = [
  { stem: 'K83', of: '人物传记' },
  { stem: 'K88', of: '文物考古' },
  { stem: 'K89', of: '风俗习惯' },
  { stem: 'K9', of: '地理' },
  {
    stem: 'K',
    of: '史',
    parts: {
      0: '通史',
      1: '上古史',
      2: '古代史',
      3: '中世纪史',
      4: '近代史',
      5: '现代史',
      8: '民族史',
      9: '地方史',
    },
  },
  {
    stem: 'I',
    of: '文学',
    parts: {
      0: '文学评论',
      1: '作品集',
      2: '诗歌',
      3: '戏剧',
      4: '小说',
      5: '报告文学',
      6: '散文',
      7: '民间文学',
      8: '儿童文学',
    },
  },
  { stem: 'D7', of: '政治' },
  { stem: 'D8', of: '外交' },
  { stem: 'D9', of: '法律' },
  { stem: 'E', of: '军事' },
  { stem: 'F1', of: '经济' },
  { stem: 'F3', of: '农业经济' },
  { stem: 'F4', of: '工业经济' },
  { stem: 'F59', of: '旅游' },
  { stem: 'G1', of: '文化' },
  { stem: 'G5', of: '教育' },
  { stem: 'J1', of: '艺术' },
  { stem: 'B', of: '哲学' },
];
/** Times of literature, behind the kind: I313.45 is modern. */
const TIMES: Record<string, string> = { 2: '古代', 3: '中世纪', 4: '近代', 5: '现代' };

/** The name of a class under countries, "日本小说", "法国近代史"; '' for what is no such class. */
export function regionalName(number: string): string {
  for (const { stem, of, parts } of STEMS) {
    if (!number.startsWith(stem)) continue;
    const digits = number.slice(stem.length);
    for (let length = Math.min(LONGEST_REGION, digits.length); length > 0; length--) {
      const region = REGIONS[digits.slice(0, length)];
      if (region === undefined) continue;
      const rest = digits.slice(length);
      if (rest === '') return region + of;
      const part = parts?.[rest.slice(0, 1)];
      if (!part) return '';
      if (rest.length === 1) return region + part;
      const time = of === '文学' && rest.length === 2 ? TIMES[rest.slice(1)] : undefined;
      return time ? `${region}${part}（${time}）` : '';
    }
  }
  return '';
}
