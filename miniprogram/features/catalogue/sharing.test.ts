import { bookInLink, messageOf, timelineOf } from './sharing';

const book = {
  titleId: 't1',
  title: 'A&B=？《三体》 100%',
  authors: '刘慈欣',
  publisher: '重庆出版社',
  year: 2008,
  clc: 'I247.5',
};
/** As WeChat hands a query over: parted, and not decoded. */
const queryOf = (text: string) =>
  Object.fromEntries(text.split('&').map((pair) => pair.split('=') as [string, string]));

test('a link out of 朋友圈 carries what the cover is drawn from, whatever signs a name has', () => {
  expect(bookInLink(queryOf(timelineOf(book, 't1').query))).toEqual(book);
});

test('long names do not make long links, and no character is cut in two', () => {
  const long = { ...book, title: '𠮷'.repeat(300), authors: '甲'.repeat(300), publisher: '乙'.repeat(300) };
  const { query } = timelineOf(long, 't1');
  expect(query.length).toBeLessThan(2500);
  expect(bookInLink(queryOf(query))?.title).toBe(`${'𠮷'.repeat(59)}…`);
});

test('a link without a name shows nothing', () => {
  expect(bookInLink({ titleId: 't1' })).toBeNull();
});

test('a message leads to the page and says what can be done there', () => {
  expect(messageOf(book, 't1', '在架 2 册，来馆可借')).toEqual({
    title: '《A&B=？《三体》 100%》在架 2 册，来馆可借',
    path: '/features/catalogue/pages/title/index?titleId=t1',
  });
});
