/** The 22 classes of the Chinese Library Classification (中图法), in words short enough for a button. */
const classes: { clc: string; name: string }[] = [
  { clc: 'I', name: '文学' },
  { clc: 'K', name: '历史地理' },
  { clc: 'B', name: '哲学心理' },
  { clc: 'J', name: '艺术' },
  { clc: 'T', name: '工业技术' },
  { clc: 'F', name: '经济' },
  { clc: 'G', name: '文化教育' },
  { clc: 'H', name: '语言文字' },
  { clc: 'D', name: '政治法律' },
  { clc: 'C', name: '社科总论' },
  { clc: 'R', name: '医药卫生' },
  { clc: 'O', name: '数理化学' },
  { clc: 'Q', name: '生物' },
  { clc: 'P', name: '天文地学' },
  { clc: 'N', name: '自然总论' },
  { clc: 'S', name: '农业' },
  { clc: 'U', name: '交通' },
  { clc: 'V', name: '航空航天' },
  { clc: 'X', name: '环境' },
  { clc: 'E', name: '军事' },
  { clc: 'A', name: '马列经典' },
  { clc: 'Z', name: '综合图书' },
];

export function className(clc: string): string {
  return classes.find((known) => clc.startsWith(known.clc))?.name ?? '';
}
