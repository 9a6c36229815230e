/**
 * Groups of the ISBN by the area that they are given to and, where it has one language of books by far, that
 * language (ISO 639-2). Facts of the range message of the International ISBN Agency; areas of several
 * languages have none.
 */
const AREAS: Record<string, { area: string; language: string }> = {};

const add = (area: string, language: string, ...groups: string[]): void => {
  for (const group of groups) AREAS[group] = { area, language };
};

add('中国', 'chi', '978-7');
add('中国台湾', 'chi', '978-957', '978-986', '978-626');
add('中国香港', 'chi', '978-962', '978-988');
add('中国澳门', 'chi', '978-99937', '978-99965', '978-99981');
add('英语地区', 'eng', '978-0', '978-1');
add('美国', 'eng', '979-8');
add('法语地区', 'fre', '978-2');
add('法国', 'fre', '979-10');
add('德语地区', 'ger', '978-3');
add('日本', 'jpn', '978-4');
add('俄罗斯等', 'rus', '978-5');
add('韩国', 'kor', '978-89', '979-11');
add('西班牙', 'spa', '978-84', '979-13');
add('阿根廷', 'spa', '978-950', '978-987');
add('墨西哥', 'spa', '978-968', '978-970', '978-607');
add('哥伦比亚', 'spa', '978-958');
add('秘鲁', 'spa', '978-9972', '978-612');
add('意大利', 'ita', '978-88', '979-12');
add('巴西', 'por', '978-85', '978-65');
add('葡萄牙', 'por', '978-972', '978-989');
add('荷兰', 'dut', '978-90', '978-94');
add('挪威', 'nor', '978-82');
add('丹麦', 'dan', '978-87');
add('瑞典', 'swe', '978-91');
add('芬兰', 'fin', '978-951', '978-952');
add('波兰', 'pol', '978-83');
add('捷克和斯洛伐克', '', '978-80');
add('匈牙利', 'hun', '978-963', '978-615');
add('罗马尼亚', 'rum', '978-973', '978-606');
add('保加利亚', 'bul', '978-954', '978-619');
add('希腊', 'gre', '978-960', '978-618');
add('乌克兰', 'ukr', '978-966', '978-617');
add('土耳其', 'tur', '978-975', '978-605', '978-625');
add('伊朗', 'per', '978-964', '978-600', '978-622');
add('以色列', 'heb', '978-965');
add('埃及', 'ara', '978-977');
add('越南', 'vie', '978-604');
add('泰国', 'tha', '978-974', '978-616', '978-611');
add('印度尼西亚', 'ind', '978-979', '978-602', '978-623');
add('马来西亚', '', '978-967', '978-983');
add('新加坡', '', '978-981');
add('印度', '', '978-81', '978-93');
add('国际组织', '', '978-92');

/** The area of a group, "978-7"; undefined where the table has none. */
export const areaOfGroup = (group: string): { area: string; language: string } | undefined => AREAS[group];
