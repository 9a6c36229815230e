import { personalIn, withoutPersonal } from './personal-data';
import { hasCardCheck, hasIdentityCheck } from './personal/check-digits';

const known = {
  names: ['林晓舟', '周敏'],
  cardPrefix: '3310',
  own: ['0579-88000001', '云溪市文苑路 18 号'],
};
const cleaned = (text: string): string => withoutPersonal(text, personalIn(text, known));

it('a talk stays readable with everything taken out', () => {
  expect(cleaned('我是张伟，电话１３８ 0013 8000，身份证11010519491231002X')).toBe(
    '我是〔姓名〕，电话〔电话〕，身份证〔身份证号〕',
  );
});

describe('numbers', () => {
  it.each([
    ['手机13800138000', '手机〔电话〕'],
    ['打 138 0013 8000 找我', '打 〔电话〕 找我'],
    ['138-0013-8000', '〔电话〕'],
    ['１３８００１３８０００', '〔电话〕'],
    ['+86 13800138000', '〔电话〕'],
    ['+86-138-0013-8000', '〔电话〕'],
    ['(+86)13800138000', '〔电话〕'],
    ['电话一三八零零一三八零零零', '电话〔电话〕'],
    ['座机 021-62345678 转 12', '座机 〔电话〕'],
    ['（0571）8765 4321', '〔电话〕'],
    ['家里电话87654321', '家里电话〔电话〕'],
    ['身份证号 110105 19491231 002x', '身份证号 〔身份证号〕'],
    ['老证是 130503670401001', '老证是 〔身份证号〕'],
    ['工资卡 6222 0212 3456 7890 128', '工资卡 〔银行卡号〕'],
    ['我的卡 331000000001 还不了', '我的卡 〔读者证号〕 还不了'],
    ['3310 0000 0001', '〔读者证号〕'],
    ['微信号：xiao_zhou88', '微信号：〔账号〕'],
    ['加我vx linxz2020', '加我vx 〔账号〕'],
    ['QQ 是 123456789', 'QQ 是 〔账号〕'],
    ['发到 lin.xz@example.com 吧', '发到 〔邮箱〕 吧'],
    ['车牌浙G·12345', '车牌〔车牌号〕'],
    ['浙GD12345 停在门口', '〔车牌号〕 停在门口'],
  ])('%s', (text, left) => expect(cleaned(text)).toBe(left));

  it.each([
    'ISBN 978-7-5327-7234-8',
    '9787020002207 有几本',
    '索书号 I247.57/1234',
    '条码 YX00010203',
    '条码13800138000',
    '定价 128.00 元，2019年版',
    '借了 12 本，2026-11-28 到期',
    '订单号 202611281234567890',
    '请打 12345 或 400-810-8888',
    '总馆电话 0579-88000001',
    '周二到周日 9:00-21:00',
    '微信支付可以吗',
  ])('stay where they are of things: %s', (text) => expect(cleaned(text)).toBe(text));

  it('identity numbers and bank cards are told by their check digits', () => {
    expect(hasIdentityCheck('11010519491231002X')).toBe(true);
    expect(hasIdentityCheck('110105194912310021')).toBe(false);
    expect(hasCardCheck('4111111111111111')).toBe(true);
    expect(hasCardCheck('4111111111111112')).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['林晓舟的书到了', '〔姓名〕的书到了'],
    ['我叫欧阳明月，想办证', '我叫〔姓名〕，想办证'],
    ['姓名：李娜', '姓名：〔姓名〕'],
    ['我是王建国', '我是〔姓名〕'],
    ['儿子叫陈一诺，八岁', '儿子叫〔姓名〕，八岁'],
    ['请转告刘芳书到了', '请转告〔姓名〕书到了'],
    ['张女士您好', '〔姓名〕您好'],
    ['刚才是赵老师接的', '刚才是〔姓名〕接的'],
    ['帮孙丽还书，孙丽的借书证在我这', '帮〔姓名〕还书，〔姓名〕的借书证在我这'],
    ['何静，手机13900001111', '〔姓名〕，手机〔电话〕'],
  ])('%s', (text, left) => expect(cleaned(text)).toBe(left));

  it.each([
    '有余华的《活着》吗',
    '想借王小波写的书',
    '鲁迅先生的杂文集在几楼',
    '作者叫刘慈欣',
    '我是高中生，周末来可以吗',
    '谢谢老师',
    '请问周一开门吗',
    '我是外地的，能办证吗',
    '方便的时候再来',
    '孩子多大可以办证',
  ])('stay of writers, and what only looks like one: %s', (text) => expect(cleaned(text)).toBe(text));
});

describe('addresses', () => {
  it.each([
    ['我家住在人民路12号3幢502室', '我家住在〔地址〕'],
    ['寄到浙江省云溪市临河区春晓花园8栋2单元301', '寄到〔地址〕'],
    ['地址：和平街道建设新村15号', '地址：〔地址〕'],
    ['送到5幢1单元602就行', '送到〔地址〕就行'],
  ])('%s', (text, left) => expect(cleaned(text)).toBe(left));

  it.each([
    '总馆在云溪市文苑路18号',
    '二楼服务台在哪',
    '三楼 305 研讨室怎么约',
    '坐 12 路公交到图书馆站',
    'A座电梯在哪里',
  ])('stay of the library and its rooms: %s', (text) => expect(cleaned(text)).toBe(text));
});
