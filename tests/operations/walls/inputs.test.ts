import { OPERATIONS } from './doors';
import { validInput } from './valid-input';

it('every operation has a valid input', () => {
  const missing = OPERATIONS.flatMap((operation) => {
    try {
      validInput(operation);
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
  expect(missing).toEqual([]);
});
