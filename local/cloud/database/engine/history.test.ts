import { openHistory } from './history';

/** One write of a document. */
const write = (history: ReturnType<typeof openHistory>, key: string, before: string): void => {
  history.record(key, before);
  history.tick();
};

describe('what documents were before', () => {
  it('is remembered for whoever began before the change, and for nobody else', () => {
    const history = openHistory();
    const early = history.open();
    write(history, 'a', 'one');
    const late = history.open();
    write(history, 'a', 'two');
    expect(history.asOf('a', early)).toEqual({ text: 'one' });
    expect(history.asOf('a', late)).toEqual({ text: 'two' });
    expect([history.changedSince('a', late), history.changedSince('b', early)]).toEqual([true, false]);
    history.close(early);
    expect(history.asOf('a', late)).toEqual({ text: 'two' });
    history.close(late);
    expect(history.remembered()).toBe(0);
  });

  it('is remembered of two that began at one moment until both have ended', () => {
    const history = openHistory();
    const both = [history.open(), history.open()];
    write(history, 'a', 'one');
    history.close(both[0]!);
    expect(history.asOf('a', both[1]!)).toEqual({ text: 'one' });
  });

  it('is forgotten under load too, when there is never a moment without a transaction', () => {
    const history = openHistory();
    let open = history.open();
    for (let n = 0; n < 5000; n++) {
      write(history, `document ${n}`, 'before');
      write(history, 'hot', 'before');
      const next = history.open();
      history.close(open);
      open = next;
    }
    expect(history.remembered()).toBeLessThan(10);
  });
});
