/** A line of a list that is no question, and why. */
export interface QuestionFault {
  line: number;
  why: 'no_topic' | 'no_text' | 'kind' | 'choices' | 'right' | 'too_long' | 'row';
}
