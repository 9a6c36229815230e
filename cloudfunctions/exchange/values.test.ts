import {
  clean,
  inDirectOrder,
  readIsbnField,
  readPerson,
  readPrice,
  readPublisher,
  readStatement,
  readYear,
  withoutFullStop,
  withoutIsbd,
  withoutYears,
} from './values';

test.each([
  ['c1998.', 1998],
  ['[1999?]', 1999],
  ['`1996', 1996],
  ['2012-8-1', 2012],
  ['2012年12月', 2012],
  ['１９８５－１０', 1985],
  ['199305', 1993],
  ['民國82 [1993]', 1993],
  ['民国26', 1937],
  ['[between 1995 and 1999]', 1995],
  ['19950626', 1995],
  ['n.d.', 0],
  ['第3版', 0],
  ['9999', 0],
])('the year of "%s" is %i', (text, year) => {
  expect(readYear(text, 2027)).toBe(year);
});

test.each([
  ['CNY68.00', 6800],
  ['CNY赠90.00', 9000],
  ['18.00元', 1800],
  ['￥25', 2500],
  ['9.8', 980],
  ['$5.65', 0],
  ['58 F', 0],
  ['NT$320', 0],
  ['HK$40.00', 0],
  ['赠送', 0],
  ['RMBY19.9', 1990],
  ['Y1,165', 0],
  ['L.12.50', 0],
  ['14 ECU', 0],
  ['Prix : 9,90 F : 60 FB', 0],
  ['港元25', 0],
  ['(精装) : 25.00', 2500],
  ['(pbk.) : CNY25.00', 2500],
])('the price of "%s" is %i fen', (text, fen) => {
  expect(readPrice(text)).toBe(fen);
});

test.each([
  ['7-02-000220-X (精装)', '9787020002207'],
  ['9787020002207 (pbk.) :', '9787020002207'],
  ['ISBN 978-7-02-000220-7 平装', '9787020002207'],
  ['0306406152 (v. 1)', '9780306406157'],
])('the ISBN of "%s"', (text, isbn) => {
  expect(readIsbnField(text)).toEqual({ isbn, wrong: false });
});

test('a wrong ISBN is told apart from none', () => {
  expect(readIsbnField('7-02-000220-1')).toEqual({ isbn: null, wrong: true });
  expect(readIsbnField('(精装)')).toEqual({ isbn: null, wrong: false });
});

test.each([
  ['(美) 黄仁宇著', '黄仁宇', '著'],
  ['[清]曹雪芹', '曹雪芹', ''],
  ['曹雪芹', '曹雪芹', ''],
  ['张译', '张译', ''],
  ['徐志祥編著', '徐志祥', '编著'],
  ['傅雷译', '傅雷', '译'],
  ['叶君健 (译)', '叶君健', '译'],
  ['著者郭贵儒', '郭贵儒', '著'],
  ['国家统计局编', '国家统计局', '编'],
  ['褚俊杰 ... [et al.] 著', '褚俊杰', ''],
])('"%s" is %s, %s', (text, name, role) => {
  expect(readPerson(text)).toEqual({ name, role });
});

test('a role at the end of a group is that of everybody in it', () => {
  expect(readStatement('曹雪芹, 高鹗著 ; 张三, 李四校注')).toEqual([
    { name: '曹雪芹', role: '著' },
    { name: '高鹗', role: '著' },
    { name: '张三', role: '校注' },
    { name: '李四', role: '校注' },
  ]);
  expect(readStatement('Crump, Donald J')).toEqual([{ name: 'Donald J Crump', role: '' }]);
});

test('names of people are turned round, others stay', () => {
  expect(inDirectOrder('Austen, Jane,')).toBe('Jane Austen');
  expect(inDirectOrder('Farruk̲h̲ī, Āṣif')).toBe('Āṣif Farruk̲h̲ī');
  expect(inDirectOrder('徐志祥.')).toBe('徐志祥.');
  expect(inDirectOrder('Rowling, J. K.')).toBe('J. K. Rowling');
});

test('marks of the description and of the machine go, the words stay', () => {
  expect(withoutIsbd('  Lun yu ming ju shang xi / ')).toBe('Lun yu ming ju shang xi');
  expect(withoutIsbd('[1992]')).toBe('1992');
  expect(withoutIsbd('Cawthron Institute]')).toBe('Cawthron Institute');
  expect(clean('\u0098Le \u009cguide\u200f\r\n du  jour')).toBe('Le guide du jour');
  expect(withoutFullStop('Zakon o žandarmeriji.')).toBe('Zakon o žandarmeriji');
  expect(withoutFullStop('and so on ...')).toBe('and so on ...');
});

test.each([
  ['皇冠文學出版有限公司, 民國82 [1993]', '皇冠文學出版有限公司'],
  ['[s.n.]', ''],
  ['s. n. :', ''],
  ['人民文学出版社,', '人民文学出版社'],
])('the publisher of "%s" is "%s"', (text, publisher) => {
  expect(readPublisher(text)).toBe(publisher);
});

test.each([
  ['佐藤宗太郎, 1936-', '佐藤宗太郎'],
  ['Austen, Jane, 1775-1817.', 'Austen, Jane'],
  ['Smith, John', 'Smith, John'],
])('"%s" is a person called %s', (text, name) => {
  expect(withoutYears(text)).toBe(name);
});
