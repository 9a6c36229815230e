import type { Shot } from './shots';

/** What is recommended, what readers say, what is counted. */

const insight = (page: string): string => `features/insight/pages/${page}/index`;
const figures = (page: string): string => `features/figures/pages/${page}/index`;
const DIRECTOR = 'librarian';

export const insightShots: Shot[] = [
  { name: 'interests', caption: '兴趣与推荐', shows: insight('interests'), as: 'reader' },
  { name: 'interests-visitor', caption: '兴趣与推荐 · 访客', shows: insight('interests'), as: 'visitor' },
  { name: 'opinions', caption: '意见反馈', shows: insight('opinions'), as: 'reader' },
  {
    name: 'opinion-write',
    caption: '意见反馈 · 写',
    shows: insight('opinions'),
    as: 'reader',
    act: (stage) => stage.tap('提意见'),
  },
  { name: 'survey', caption: '年度读者问卷', shows: insight('survey'), as: 'reader' },
  {
    name: 'survey-second',
    caption: '年度读者问卷 · 第二列',
    shows: insight('survey'),
    as: 'reader',
    act: (stage) => stage.tap('6'),
  },
  { name: 'survey-desk', caption: '年度读者问卷 · 馆员', shows: figures('survey'), as: DIRECTOR, wide: true },
  {
    name: 'survey-results',
    caption: '年度读者问卷 · 结果',
    shows: figures('survey'),
    as: DIRECTOR,
    act: (stage) => stage.tap('看 2025 年'),
  },
  { name: 'satisfaction', caption: '读者满意度', shows: figures('satisfaction'), as: DIRECTOR, wide: true },
  {
    name: 'satisfaction-below',
    caption: '读者满意度，往下',
    shows: figures('satisfaction'),
    as: DIRECTOR,
    act: (stage) => stage.scrollBy(900),
  },
  { name: 'reading', caption: '阅读报告', shows: insight('reading'), as: 'reader' },
  {
    name: 'reading-picture',
    caption: '阅读报告 · 图',
    shows: insight('reading'),
    as: 'reader',
    act: (stage) => stage.tap('做成图'),
  },
  { name: 'services', caption: '馆藏与服务', shows: figures('services'), as: DIRECTOR, wide: true },
  {
    name: 'services-below',
    caption: '馆藏与服务，往下',
    shows: figures('services'),
    as: DIRECTOR,
    act: (stage) => stage.scrollBy(1000),
  },
  { name: 'month', caption: '月报', shows: figures('month'), as: DIRECTOR, wide: true },
  {
    name: 'month-picture',
    caption: '月报 · 长图',
    shows: figures('month'),
    as: DIRECTOR,
    act: (stage) => stage.tap('做成长图，发到工作群'),
  },
  { name: 'form', caption: '文旅基3表', shows: figures('form'), as: DIRECTOR, wide: true },
  { name: 'figures', caption: '本馆数字', shows: figures('page'), as: DIRECTOR, wide: true },
  {
    name: 'figures-below',
    caption: '本馆数字，往下',
    shows: figures('page'),
    as: DIRECTOR,
    act: (stage) => stage.scrollBy(1100),
  },
  {
    name: 'figures-end',
    caption: '本馆数字，末尾',
    shows: figures('page'),
    as: DIRECTOR,
    act: (stage) => stage.scrollBy(9000),
  },
  { name: 'figures-health', caption: '服务是否在运转', shows: figures('health'), as: DIRECTOR },
  { name: 'figures-cases', caption: '读者意见', shows: figures('cases'), as: DIRECTOR, wide: true },
  { name: 'figures-words', caption: '兴趣词', shows: figures('words'), as: DIRECTOR },
];
