import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { declaredIn, toDeclare } from './privacy-interfaces';

const page = readFileSync(resolve(__dirname, '..', '..', 'docs', 'deploy.md'), 'utf8');
const declared = declaredIn(page);

it('docs/deploy.md names what is to be declared to WeChat: what the mini program uses, and nothing else', () => {
  expect(declared.sort()).toEqual(toDeclare().sort());
});

it('an interface counts where it is called, a tag where it stands', () => {
  expect(toDeclare(['wx.scanCode({})', 'wx.chooseMessageFile({})'])).toEqual(['选中的文件']);
  expect(toDeclare(['<camera mode="scanCode" />', '<cover-view />'])).toEqual(['摄像头']);
  expect(toDeclare(['const wxchooseMedia = 1;'])).toEqual([]);
});
