import * as v from 'valibot';
import { servicesOf } from '../../community/event-terms';
import type { Context } from '../../kernel/context';
import { aLine, aText, anId } from '../../kernel/validate';
import { readIsbn } from '../../search/isbn';

export const oneDonation = v.strictObject({ donationId: anId });
export const DONATION_NOT_FOUND = { code: 'donation_not_found' } as const;

export const anIsbnOrNone = v.pipe(
  aLine(20),
  v.check((text) => text === '' || readIsbn(text) !== null, 'ISBN 不对，请核对或留空'),
  v.transform((text) => readIsbn(text) ?? ''),
);

export const aCount = v.pipe(
  v.number('请填几册'),
  v.integer('册数应为整数'),
  v.minValue(0, '册数不能小于 0'),
  v.maxValue(999, '最多 999 册'),
);

export const someBooks = v.pipe(
  v.array(
    v.strictObject({
      isbn: anIsbnOrNone,
      title: aText(200),
      author: aLine(100),
      count: v.pipe(aCount, v.minValue(1, '至少一册')),
      condition: v.picklist(['like_new', 'good', 'worn'], '请选择品相'),
    }),
  ),
  v.minLength(1, '请至少写一种书'),
  v.maxLength(50, '一次最多 50 种，更多的请分几次'),
);

export const GIVER_NAMINGS = ['nobody', 'masked', 'full', 'pen_name'] as const;
export const theNaming = {
  naming: v.picklist(GIVER_NAMINGS, '请选择署名方式'),
  penName: aLine(20),
};

export const donationsAreOn = ({ library }: Pick<Context, 'library'>): boolean =>
  servicesOf(library).lives.includes('donation');
