import type { LineState } from '../../offline/desk-line';

interface StripText {
  shown: boolean;
  text: string;
  note: string;
  /** What the button says; "" without one. */
  button: string;
}

/** What the bar says of the network and of the scans that wait. */
export function stripText({ down, waiting, replaying, problem }: LineState): StripText {
  if (!down && waiting === 0 && problem.length === 0) return { shown: false, text: '', note: '', button: '' };
  if (replaying) {
    return { shown: true, text: `正在按先后补办离线记录，还有 ${waiting} 条`, note: '', button: '' };
  }
  if (down) {
    return {
      shown: true,
      text: waiting > 0 ? `没有网络，本机记下 ${waiting} 条` : '没有网络，可以继续扫码',
      note: '扫的书先记在本机，没有核对借阅上限、停借和预约；连上网后按先后自动补办。',
      button: waiting > 0 ? '现在试试' : '',
    };
  }
  return { shown: true, text: `本机有 ${waiting} 条离线记录等着补办`, note: '', button: '现在补办' };
}
