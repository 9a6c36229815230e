import type { Refusal } from '../../typings/contract';
import { act } from './call';
import { asksBy, asksNoMore, confirmedAgain } from './confirming';

const again: Refusal[] = [{ code: 'confirm_again', pinSet: true }];
const refund = { lineId: 'l1', amount: 100, comment: '多收' };
const sent: { requestId?: string }[] = [];
let answers: object[] = [];

beforeEach(() => {
  sent.length = 0;
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: async ({ data }: { data: { requestId?: string } }) => {
          sent.push(data);
          return { result: answers.shift() };
        },
      },
    },
  });
});

test('an act that asks who is there is sent again under the same request id once that is known', async () => {
  const asked: boolean[] = [];
  const asker = async (pinSet: boolean) => asked.push(pinSet) > 0;
  asksBy(asker);
  answers = [
    { ok: false, refusals: again },
    { ok: true, value: { readerId: 'r1' } },
  ];
  expect(await act('fees.refund', refund)).toEqual({ kind: 'value', value: { readerId: 'r1' } });
  expect(asked).toEqual([true]);
  expect(sent).toHaveLength(2);
  expect(sent[0]?.requestId).toBe(sent[1]?.requestId);
  asksNoMore(asker);
});

test('who closes the sheet has done nothing, and hears why', async () => {
  const asker = async () => false;
  asksBy(asker);
  answers = [{ ok: false, refusals: again }];
  expect(await act('fees.refund', refund)).toEqual({ kind: 'refused', refusals: again });
  expect(sent).toHaveLength(1);
  asksNoMore(asker);
});

test('a page that cannot ask is told no, and so is one that another page covers', async () => {
  expect(await confirmedAgain(again)).toBe(false);
  const below = async () => true;
  const above = async () => true;
  asksBy(below);
  asksBy(above);
  asksNoMore(below);
  expect(await confirmedAgain(again)).toBe(true);
  asksNoMore(above);
  expect(await confirmedAgain(again)).toBe(false);
});

test('other refusals ask nobody', async () => {
  const asker = async () => true;
  asksBy(asker);
  expect(await confirmedAgain([{ code: 'not_staff' }])).toBe(false);
  expect(await confirmedAgain([])).toBe(false);
  asksNoMore(asker);
});
