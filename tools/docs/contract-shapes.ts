import ts from 'typescript';

/**
 * What the contract says of the fields of an interface: the comment of each, and the interface that its type
 * names.
 */
export type Members = Map<string, { means: string; shape: string }>;

/** The interfaces of a source whose fields have comments, by name. */
export const shapesIn = (source: string): Map<string, Members> => {
  const file = ts.createSourceFile('contract.ts', source, ts.ScriptTarget.Latest, true);
  return new Map(
    file.statements
      .filter(ts.isInterfaceDeclaration)
      .map((shape): [string, Members] => [shape.name.text, membersOf(shape)])
      .filter(([, members]) => members.size > 0),
  );
};

const membersOf = (shape: ts.InterfaceDeclaration): Members =>
  new Map(
    shape.members.filter(ts.isPropertySignature).flatMap((member) => {
      const [comment] = ts.getJSDocCommentsAndTags(member);
      const text = comment && ts.getTextOfJSDocComment(comment.comment);
      return text
        ? [[member.name.getText(), { means: text.replace(/\s+/g, ' '), shape: shapeOf(member) }]]
        : [];
    }),
  );

/** "FineRule" of `FineRule | null` and of `FineRule[]`. */
const shapeOf = ({ type }: ts.PropertySignature): string =>
  (type?.getText() ?? '').replace(' | null', '').replace('[]', '');
