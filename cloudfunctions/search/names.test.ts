import { nameAlone, nameBehind } from './names';

test.each([
  ['[美] 黄仁宇', '黄仁宇', ''],
  ['（清）曹雪芹', '曹雪芹', ''],
  ['[晋] 陈寿 撰', '陈寿', ''],
  ['阿尔贝·加缪（Albert Camus）', '阿尔贝·加缪', 'Albert Camus'],
  ['李路珂 等编著', '李路珂', ''],
  ['刘慈欣', '刘慈欣', ''],
  ['蒋 勋', '蒋 勋', ''],
  ['（日）', '（日）', ''],
  ['Toni Morrison', 'Toni Morrison', ''],
  ['', '', ''],
])('"%s" is "%s", and behind it "%s"', (name, alone, behind) => {
  expect(nameAlone(name)).toBe(alone);
  expect(nameBehind(name)).toBe(behind);
});
