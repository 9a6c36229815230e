import { routes } from '../../lib/routes';

/** Ways on without a word to search for, beside classes and new titles. */
export const entrances: { icon: string; name: string; about: string; url: string }[] = [
  { icon: 'rank', name: '历年排行', about: '借得最多的书', url: routes.ranking },
  { icon: 'list', name: '全部书单', about: '馆员读者推荐', url: routes.lists },
  { icon: 'database', name: '数据库与特色馆藏', about: '电子资源与使用指南', url: routes.resources },
  { icon: 'chat', name: '常见问题', about: '边输入边找回答', url: routes.answers },
];
