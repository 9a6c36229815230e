import { stage, textOf } from './stage';

const statusTag = stage('status-tag');

test('a state is a word and a mark, never a colour alone', () => {
  for (const [tone, mark] of [
    ['good', 'check'],
    ['soon', 'clock'],
    ['urgent', 'alert'],
    ['accent', 'bookmark'],
    ['quiet', 'info'],
  ]) {
    const comp = statusTag({ tone, text: '在架 2 册' });
    expect(textOf(comp)).toBe('在架 2 册');
    expect(comp.dom?.innerHTML).toContain(`icon--${mark}`);
    expect(comp.dom?.innerHTML).toContain(`tag--${tone}`);
  }
});

test('a mark of its own wins over the mark of the tone', () => {
  const comp = statusTag({ tone: 'good', icon: 'shelf', text: '可以取书了' });
  expect(comp.dom?.innerHTML).toContain('icon--shelf');
});

test('a change of tone changes the mark', () => {
  const comp = statusTag({ tone: 'good', text: 'x' });
  comp.setData({ tone: 'urgent' });
  expect(comp.dom?.innerHTML).toContain('icon--alert');
});
